"""The subject of the last verb before a quotation, or of the first after it."""

import pytest

from onrecord.attribute.clauses import find_clauses
from onrecord.attribute.frames import Frame, Side
from onrecord.attribute.mentions import Mention, find_mentions
from onrecord.model import Person

PEOPLE = (Person(name="Maren Tolvey"), Person(name="Jon Arkwright"))


def find_nearest(text: str, side: Side) -> str:
    mentions = find_mentions(text, PEOPLE)
    clauses = find_clauses(Frame(start=0, text=text, asides=(), mentions=mentions, side=side, is_near=True))
    if not clauses:
        return "nobody"
    known = isinstance(clauses[0].subject, Mention)
    return clauses[0].span.slice(text) + ("" if known else " (unknown)")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Tolvey said ", "Tolvey"),
        ("Tolvey also famously said ", "Tolvey"),
        ("Tolvey in 2004 said ", "Tolvey"),
        ("Tolvey, in a letter to Arkwright, said ", "Tolvey"),
        ("Tolvey rose in the loft and said ", "Tolvey"),
        ("Tolvey met Arkwright and said ", "Tolvey"),
        ("Tolvey thanked Arkwright, saying ", "Tolvey"),
        ("Odd Marle thanked Arkwright, saying ", "Odd (unknown)"),
        ("Tolvey, Mayor Marle said ", "Marle (unknown)"),
        ("When Tolvey came, Marle, a mason, said ", "Marle (unknown)"),
        ("Tolvey's masons said ", "masons (unknown)"),
        ("A Tolvey mason said ", "mason (unknown)"),
        ("Marle and Tolvey said ", "Tolvey (unknown)"),
        ("Tolvey wept as she said ", "she (unknown)"),
        ("Tolvey was told ", "nobody"),
        ("and said ", "nobody"),
    ],
)
def test_the_subject_before_a_verb(text: str, subject: str) -> None:
    assert find_nearest(text, "lead") == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (" said Tolvey in 2004.", "Tolvey"),
        (", wrote Captain Tolvey sadly.", "Captain Tolvey"),
        (" said Tolvey mason Odd Marle.", "Tolvey (unknown)"),
        (" said Tolvey's mason.", "Tolvey (unknown)"),
        (" said Tolvey and Marle.", "Tolvey (unknown)"),
        (" said a mason of Tolvey.", "a (unknown)"),
        (" said in 2004.", "nobody"),
        (", adding Tolvey would come.", "nobody"),
        (" after Tolvey argued.", "nobody"),
    ],
)
def test_the_subject_behind_a_verb_that_follows_the_quotation(text: str, subject: str) -> None:
    assert find_nearest(text, "trail") == subject
