"""Who speaks where a sentence names several: the cases of `tests/cases/attribute/claims.txt`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.attribute import find_quotations
from onrecord.date import find_dates
from onrecord.model import Document, Person

CASES = Path(__file__).parents[1] / "cases" / "attribute" / "claims.txt"
PEOPLE = tuple(
    Person(name=name) for name in ("Abraham Lincoln", "Ronald Reagan", "John F. Kennedy", "George Washington")
)


def read_cases() -> Iterator[tuple[str, list[str]]]:
    for chunk in CASES.read_text(encoding="utf-8").split("\n\n"):
        sentence, *expected = chunk.strip().split("\n= ")
        if expected:
            yield sentence, expected


@pytest.mark.parametrize(("sentence", "expected"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_a_sentence_claims_what_its_case_says(sentence: str, expected: list[str]) -> None:
    doc = Document(id="d1", version="v1", source="0", form="article", title="", text=sentence)
    quotations = find_quotations(doc, people=PEOPLE, dates=find_dates(sentence))
    claimed = [f"{each.by or 'nobody'}, {each.on.edtf if each.on else 'no date'}" for each in quotations]
    assert claimed == expected
