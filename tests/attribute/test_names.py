"""Whom a name may mean: the cases of `tests/cases/attribute/names.txt`."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribute import find_people
from onrecord.model import Person

CASES = Path(__file__).parents[1] / "cases" / "attribute" / "names.txt"
LINES = [line.split(" | ") for line in CASES.read_text(encoding="utf-8").splitlines() if " | " in line]
PEOPLE = (
    Person(name="Maren Tolvey", aliases=("Harbour Mistress",), titles=("the Harbour Master",)),
    Person(name="Jon P. Arkwright"),
    Person(name="Edda Arkwright"),
    Person(name="Ólafur van Brandt"),
    Person(name="Hal Selwick"),
    Person(name="Hal J. Selwick"),
    Person(name="Bashir al-Hadi", titles=("the Keeper of the Lamps",)),
    Person(name="Joss R. Marle Jr."),
)


@pytest.mark.parametrize(("name", "expected"), [pytest.param(*line, id=line[0] or "empty") for line in LINES])
def test_a_name_means_the_people_of_its_case(name: str, expected: str) -> None:
    assert (", ".join(person.name for person in find_people(name, PEOPLE)) or "nobody") == expected


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_everybody_is_known_by_their_own_name(person: Person) -> None:
    assert find_people(person.name, PEOPLE) == (person,)


@given(st.text())
def test_any_text_can_be_taken_for_a_name(text: str) -> None:
    assert set(find_people(text, PEOPLE)) <= set(PEOPLE)


def test_nobody_is_known_where_there_are_no_people() -> None:
    assert find_people("Tolvey", ()) == ()
