"""Bracketed claims: `[Nov 3, 2019]` or `[Lincoln, 1862]` after a quotation."""

import re

import msgspec

from onrecord.attribute.names import find_named, find_people
from onrecord.attribute.words import load_name_words, load_sentence_words
from onrecord.model import Clue, Person, Span

_BRACKET = re.compile(r"\[([^\[\]\n]{1,120})\]")
_EDGE = " \t\xa0,;:.-\u2013\u2014/"
_WORD = re.compile(r"[^\s,]+")
_MOST_WORDS = 6


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have said something, and when; `span` is the whole bracket."""

    span: Span
    by: str = ""
    by_span: Span | None = None
    on: Clue | None = None


def find_bracketed_claims(text: str, *, people: tuple[Person, ...], dates: tuple[Clue, ...]) -> tuple[Claim, ...]:
    """Every bracket that holds a date, or is a name of `people`, in order.

    Beside a date the name of somebody unknown counts too, if it looks like a person's: two words and more that begin
    with a capital, a title among them or not. Other words ("Tehran", "in a speech of 1862") are passed over.
    """
    claims = (_read_bracket(text, found, people, dates) for found in _BRACKET.finditer(text))
    return tuple(claim for claim in claims if claim is not None)


def _read_bracket(text: str, found: re.Match[str], people: tuple[Person, ...], dates: tuple[Clue, ...]) -> Claim | None:
    span = Span(start=found.start(), end=found.end())
    inner = Span(start=found.start(1), end=found.end(1))
    date = next((clue for clue in dates if clue.span is not None and inner.holds(clue.span)), None)
    if date is None or date.span is None:
        name = _trim(text, inner)
        known = find_named(name.slice(text), people)
        return Claim(span=span, by=name.slice(text), by_span=name) if known else None
    for rest in (Span(start=inner.start, end=date.span.start), Span(start=date.span.end, end=inner.end)):
        name = _trim(text, rest)
        if find_people(name.slice(text), people) or is_name(name.slice(text)):
            return Claim(span=span, by=name.slice(text), by_span=name, on=date)
    return Claim(span=span, on=date)


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE.replace(".", ""):
        end -= 1
    return Span(start=start, end=end)


def is_name(text: str) -> bool:
    """Whether the words look like somebody's name and not like an occasion, a place or a body."""
    words = _WORD.findall(text)
    plain = [word.strip(".").lower() for word in words]
    sentence = load_sentence_words()
    if not 1 < len(words) <= _MOST_WORDS or sentence.occasions.intersection(plain):
        return False
    # Mayor Edda Moor of Upper Marrow, but neither Upper Marrow nor the Guild Hall of Brin.
    if sentence.bodies.intersection(plain[: plain.index("of") if "of" in plain else None]):
        return False
    capitals = [word for word in words if word[0].isupper()]
    lower = [word for word in plain if word not in load_name_words().before and not _is_particle(word)]
    return len(capitals) > 1 and len(capitals) >= len([word for word in lower if word]) and words[-1][0].isupper()


def _is_particle(word: str) -> bool:
    return word in {"of", "de", "del", "der", "den", "van", "von", "al", "el", "bin", "ibn", "la", "le", "e"}
