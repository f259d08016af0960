"""Pairing where a paragraph's marks do not come out even."""

import pytest

from onrecord.attribute.marks import find_quote_marks
from onrecord.attribute.pairing import pair_marks
from onrecord.model import Span


def pair(text: str) -> list[str]:
    """What is quoted in the text; `{` and `}` stand for a bracketed claim."""
    claims = []
    place = 0
    while (start := text.find("{", place)) >= 0:
        place = text.index("}", start) + 1
        claims.append(Span(start=start, end=place))
    quoted = pair_marks(text, Span(start=0, end=len(text)), find_quote_marks(text), claims=tuple(claims))
    return [each.inner.slice(text) for each in quoted]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“a “b” c”", ["a “b” c"]),
        ("“a” b” {c}", ["a” b"]),
        ("a” {c} “d”", ["a", "d"]),
        ("“a {c} “d” {e}", ["a", "d"]),
        ("“a “b” {c} d", ["a “b"]),
        ("“a “b” c", ["a", "b"]),
        ("“a” b” c", ["a"]),
        ('"a" b "c', ["a", "c"]),
        ('"a " b " c"', ["a ", " c"]),
        ('“a "b” c', ['a "b']),
        ("no marks {c}", []),
    ],
)
def test_what_is_quoted_in_a_paragraph(text: str, quoted: list[str]) -> None:
    assert pair(text) == quoted


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_the_same_mark() -> None:
    text = "“a “b” c"
    for following, ends in (("“d”", ["a “b” c"]), ('"d"', ["a", "b"])):
        (mark, _) = find_quote_marks(following)
        quoted = pair_marks(text, Span(start=0, end=len(text)), find_quote_marks(text), goes_on=mark)
        assert [each.inner.slice(text) for each in quoted] == ends
