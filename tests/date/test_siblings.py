"""What other documents of the same occasion know of its day."""

import datetime as dt

import pytest

from onrecord.date import narrow_by_siblings
from onrecord.model import Dating, Days, Document

YEAR = Dating.between(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
DAY = Dating.between(dt.date(2024, 3, 26), dt.date(2024, 3, 26))


def build_document(date: Dating) -> Document:
    return Document(id="d1", version="v1", source="0", form="report", title="The keepers", text="The quay.", date=date)


def test_a_sibling_that_knows_the_day_narrows_the_likely_interval_only() -> None:
    narrowed = narrow_by_siblings(YEAR, (build_document(DAY),))
    assert narrowed.edtf == "2024"
    assert narrowed.likely == Days(earliest=dt.date(2024, 3, 26), latest=dt.date(2024, 3, 26))
    assert [(clue.rule, clue.text) for clue in narrowed.clues] == [("sibling", "The keepers")]


@pytest.mark.parametrize(
    "other",
    [Dating(), YEAR, Dating.between(dt.date(2021, 5, 1), dt.date(2021, 5, 31))],
    ids=["unknown", "same", "other"],
)
def test_a_sibling_that_knows_no_more_or_speaks_of_another_time_says_nothing(other: Dating) -> None:
    assert narrow_by_siblings(YEAR, (build_document(other),)) == YEAR
