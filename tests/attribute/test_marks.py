"""Which way quotation marks face."""

import pytest

from onrecord.attribute.marks import find_quote_marks


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ('"the quay"', "open close"),
        ('("the quay")', "open close"),
        ('the "quay", the "lamp".', "open close open close"),
        ('the "quay"\u2014and\u2014"lamp"', "open close open close"),
        ('the quay "rises\u2014" she', "open close"),
        ("\u201cthe \u201cquay\u201d\u201d", "open open close close"),
        ("\u201cthe quay\u201d(Tides 4:76)", "open close"),
        ("the quay \u201d rises", "close"),
        ("the quay \u201drises", "either"),
        ("\u00bbthe quay\u00ab", "either either"),
        ("\u201ethe quay\u201c", "open either"),
        ("``the quay''", "open close"),
        ('a " b', "either"),
        ('a"b', "either"),
        ("6'2\" tall", ""),
        ("the keepers' 'rope'", ""),
    ],
)
def test_a_mark_faces_as_its_shape_and_the_space_around_it_say(text: str, roles: str) -> None:
    assert " ".join(mark.role for mark in find_quote_marks(text)) == roles
