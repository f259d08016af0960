"""Where in a stretch a date belongs to its speaker."""

import pytest

from onrecord.attribute.clauses import find_clauses
from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import Mention, find_mentions
from onrecord.attribute.reach import get_reach
from onrecord.model import Person

PEOPLE = (Person(name="Maren Tolvey"), Person(name="Jon Arkwright"))


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("In 2004 Tolvey said ", "In 2004 Tolvey said "),
        ("Arkwright noted in 1999 that in 2004 Tolvey said ", "that in 2004 Tolvey said "),
        ("Arkwright noted in 1999 that Tolvey in 2004 said ", "that Tolvey in 2004 said "),
        ("Arkwright came in 1999, and in 2004 Tolvey said ", "and in 2004 Tolvey said "),
        ("Arkwright came in 1999, in 2004 Tolvey said ", ", in 2004 Tolvey said "),
        ("Unlike Arkwright in 1999 Tolvey said ", "Tolvey said "),
        ("In a letter to Arkwright in 2004 Tolvey said ", "In a letter to Arkwright in 2004 Tolvey said "),
        ("The guild noted in 1999 that Tolvey said ", "that Tolvey said "),
    ],
)
def test_the_reach_of_a_verb_ends_where_somebody_elses_clause_begins(text: str, reach: str) -> None:
    frame = Frame(start=0, text=text, asides=(), mentions=find_mentions(text, PEOPLE), side="lead", is_near=True)
    clauses = find_clauses(frame)
    assert isinstance(clauses[0].subject, Mention)
    assert get_reach(frame, clauses[0].span, clauses[0].subject, clauses).slice(text) == reach
