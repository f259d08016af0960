"""Dates in running text: the cases of `tests/cases/date/phrases.txt`, the real texts, and what holds for any text."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.date import find_dates
from onrecord.model import Clue, Dating

CASES = Path(__file__).parents[1] / "cases" / "date" / "phrases.txt"


class Case(NamedTuple):
    title: str
    parts: dict[str, str]


def read_cases() -> Iterator[Case]:
    for chunk in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, rest = chunk.partition("\n")
        parts = dict(part.partition("\n")[::2] for part in f"\n{rest.strip()}".split("\n--- ")[1:])
        yield Case(title, {name: text.strip() for name, text in parts.items()})


def describe(clue: Clue) -> str:
    return f"{clue.text} | {clue.rule} | {Dating.between(clue.earliest, clue.latest).edtf}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases()])
def test_a_text_has_the_dates_of_its_case(case: Case) -> None:
    clues = find_dates(case.parts["input"], day_first=case.parts.get("day_first") != "no")
    assert [describe(clue) for clue in clues] == case.parts["expected"].splitlines()


WORDS = st.sampled_from(
    [
        "1941",
        "2005",
        " ",
        ", ",
        "/",
        "-",
        "\u2013",
        "May",
        "Nov.",
        "the",
        "24",
        "3rd",
        "of",
        "31",
        "13",
        "2004",
        "s",
        "people",
    ]
)


@given(st.lists(WORDS, max_size=30).map("".join))
def test_dates_are_slices_in_order_that_do_not_overlap(text: str) -> None:
    clues = find_dates(text)
    spans = [clue.span for clue in clues if clue.span is not None]
    assert len(spans) == len(clues)
    assert [span.slice(text) for span in spans] == [clue.text for clue in clues]
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(clue.earliest and clue.latest and clue.earliest <= clue.latest for clue in clues)


@given(st.text())
def test_any_text_can_be_searched_for_dates(text: str) -> None:
    assert all(any(char.isdigit() for char in clue.text) for clue in find_dates(text))


def test_the_dates_of_the_real_essay_are_the_eighteen_in_brackets_and_a_bare_year(shared: Path) -> None:
    text = (shared / "seeds" / "004_e75f669c3e614d04.txt").read_text(encoding="utf-8")
    clues = find_dates(text)
    assert [clue.rule for clue in clues].count("date-phrase") == 18
    assert [describe(clue) for clue in clues if clue.rule != "date-phrase"] == ["1979 | bare-year | 1979"]


def test_the_dates_of_the_real_transcript_are_those_of_its_heading_and_notes(shared: Path) -> None:
    text = (shared / "seeds" / "003_ab1f4e123867568b.txt").read_text(encoding="utf-8")
    days = [
        describe(clue).split(" | ")[-1] for clue in find_dates(text) if clue.rule in {"date-phrase", "numeric-date"}
    ]
    assert days == ["2024-02-24", "2024-03-01", "1996-03-08", "2023-04-04", "2023-12-08"]
