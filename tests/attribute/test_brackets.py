"""Bracketed claims."""

import pytest

from onrecord.attribute.brackets import find_bracketed_claims
from onrecord.date import find_dates
from onrecord.model import Person

PEOPLE = (Person(name="Maren Tolvey", titles=("the Harbour Master",)),)


@pytest.mark.parametrize(
    ("bracket", "by", "on"),
    [
        ("[Nov 3, 2019]", "", "Nov 3, 2019"),
        ("[Tolvey, 2004]", "Tolvey", "2004"),
        ("[2004, Maren Tolvey]", "Maren Tolvey", "2004"),
        ("[the Harbour Master, May 2004]", "the Harbour Master", "May 2004"),
        ("[Tolvey]", "Tolvey", ""),
        ("[Odd Marle, 1999]", "Odd Marle", "1999"),
        ("[Piet van der Hoeve Jr., 1999]", "Piet van der Hoeve Jr.", "1999"),
        ("[in a speech of 1999]", "", "1999"),
        ("[Spring Address, 1999]", "", "1999"),
        ("[minutes of the guild, 1999]", "", "1999"),
        ("[Tolvey, Maren, 1999]", "Tolvey, Maren", "1999"),
        ("[Maren, 1999]", "Maren", "1999"),
        ("[Dr. Marle, 1999]", "Dr. Marle", "1999"),
        ("[Marle, 1999]", "", "1999"),
        ("[Tehran, Nov 3, 2019]", "", "Nov 3, 2019"),
        ("[Upper Marrow, 1999]", "", "1999"),
        ("[Guild Hall of Brin, 1999]", "", "1999"),
    ],
)
def test_a_bracket_claims_a_speaker_and_a_date(bracket: str, by: str, on: str) -> None:
    (claim,) = find_bracketed_claims(bracket, people=PEOPLE, dates=find_dates(bracket))
    assert (claim.by, claim.on.text if claim.on else "") == (by, on)
    assert claim.span.slice(bracket) == bracket
    assert (claim.by_span.slice(bracket) if claim.by_span else "") == by


@pytest.mark.parametrize(
    "text", ["[Applause]", "[Odd Marle]", "[Maren]", "[T]he quay", "[]", "[1999", "(Tolvey, 2004)"]
)
def test_other_brackets_claim_nothing(text: str) -> None:
    assert find_bracketed_claims(text, people=PEOPLE, dates=find_dates(text)) == ()
