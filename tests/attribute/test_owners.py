"""Whose words a stretch names."""

import pytest

from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import find_mentions
from onrecord.attribute.owners import find_owners
from onrecord.model import Person

PEOPLE = (Person(name="Maren Tolvey"), Person(name="Jon Arkwright"))


@pytest.mark.parametrize(
    ("text", "is_owner"),
    [
        ("Tolvey's second harbour letter has ", True),
        ("Tolvey's ", True),
        ("Tolvey's quay has ", False),
        ("Tolvey's masons read a letter: ", False),
        ("Tolvey's wife, whose letter has ", False),
        ("Tolvey's friend's letter has ", False),
        ("in a speech by Tolvey stands ", True),
        ("in the state of Tolvey stands ", False),
        ("a book of Tolvey has ", False),
        ("according to Mrs. Tolvey, ", True),
        ("he quoted Tolvey: ", True),
        ("he echoes Tolvey: ", True),
        ("he thanked Tolvey: ", False),
    ],
)
def test_the_owner_of_words(text: str, *, is_owner: bool) -> None:
    frame = Frame(start=0, text=text, asides=(), mentions=find_mentions(text, PEOPLE), side="lead", is_near=True)
    assert len(frame.mentions) == 1
    assert bool(find_owners(frame)) is is_owner
