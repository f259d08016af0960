"""Where a text names people of the record."""

import pytest

from onrecord.attribute.mentions import find_mentions
from onrecord.model import Person

PEOPLE = (
    Person(name="Maren Tolvey", titles=("the Harbour Master",)),
    Person(name="Jon Arkwright"),
    Person(name="Edda Arkwright"),
    Person(name="Hal Selwick"),
)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Then Maren Tolvey came.", ["Maren Tolvey"]),
        ("In 2004 Captain M. Tolvey came with Mr. Arkwright.", ["Captain M. Tolvey", "Mr. Arkwright"]),
        ("The Harbour Master came, the harbour master of Brin did not.", ["Harbour Master"]),
        ("They left for Brin. Tolvey stayed.", ["Tolvey"]),
        ("Tolvey's friends", ["Tolvey"]),
        ("Wilma Tolvey came.", []),
        ("The Tolvey Foundation paid.", []),
        ("In Selwick it rained, near Selwick it poured; Hal Selwick slept.", ["Hal Selwick"]),
        ("Tolveys and Tolveyan rope", []),
    ],
)
def test_mentions_are_whole_names_of_people_of_the_record(text: str, mentions: list[str]) -> None:
    assert [each.span.slice(text) for each in find_mentions(text, PEOPLE)] == mentions


def test_a_surname_that_several_bear_means_them_all() -> None:
    (mention,) = find_mentions("Then Arkwright came.", PEOPLE)
    assert [person.name for person in mention.people] == ["Jon Arkwright", "Edda Arkwright"]


def test_nobody_is_mentioned_where_there_are_no_people() -> None:
    assert find_mentions("Then Tolvey came.", ()) == ()
