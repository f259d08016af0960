"""Quotations of press releases: signed with a dash and a name, or announced by "And from … :"."""

import re

from onrecord.attribute.brackets import Claim, is_name
from onrecord.attribute.names import find_people
from onrecord.model import Clue, Person, Span

# At the end of a paragraph or in one of its own, where a hyphen would begin an item of a list.
_SIGNED = re.compile(
    r"(?<=[\u201d\"\u2019'\u00bb])(?:[ \t\xa0]{0,3}|\s{0,3}(?!-))((?:[\u2013\u2014\u2015]|--?)[ \t\xa0]*"
    r"([^\W\d_a-z][^\n\u201c\u201d\"\[\],(]{1,60})([,(][^\n\u201c\u201d\"\[\]]{0,140})?)(?=\n|\Z)"
)
_ANNOUNCED = re.compile(r"(?:\A|\n)[ \t]*(?:And\s+)?[Ff]rom\s+([^\n:,\u201c\"]{2,60})(?:,[^\n:\u201c\"]{1,140})?:\s*\Z")
_REACH = 240


def find_signed_claims(text: str, *, people: tuple[Person, ...], dates: tuple[Clue, ...]) -> tuple[Claim, ...]:
    """A claim for every dash with a name, and perhaps a role and a date, behind a quotation, in order."""
    claims = []
    for found in _SIGNED.finditer(text):
        span = Span(start=found.start(1), end=found.end(1))
        name = _get_name(text, Span(start=found.start(2), end=found.end(2)), people)
        if name is not None:
            on = next((clue for clue in dates if clue.span is not None and span.holds(clue.span)), None)
            claims.append(Claim(span=span, by=name.slice(text), by_span=name, on=on))
    return tuple(claims)


def find_announced_speaker(text: str, start: int, people: tuple[Person, ...]) -> Span | None:
    """The name in the line "And from …:" that stands right before `start`, where the quotation begins."""
    found = _ANNOUNCED.search(text, max(0, start - _REACH), start)
    return _get_name(text, Span(start=found.start(1), end=found.end(1)), people) if found else None


def _get_name(text: str, span: Span, people: tuple[Person, ...]) -> Span | None:
    words = span.slice(text).rstrip(" .")
    trimmed = Span(start=span.start, end=span.start + len(words))
    return trimmed if is_name(words) or find_people(words, people) else None
