"""Asides: clauses inside a stretch of words that tell of something else than who speaks."""

import re
from collections.abc import Iterator

from onrecord.attribute.cues import has_cue
from onrecord.attribute.mentions import Mention
from onrecord.model import Span

# Lincoln, who was shot in 1865, said / Lincoln's words, which Kennedy admired in 1963:
_RELATIVE = re.compile(r",\s+(?:of\s+)?(?:who|whom|whose|which|where)\b[^,;:]*")
# Lincoln, as Reagan liked to recall, told Congress
_AS = re.compile(r",\s+as\s[^,;:]*")
# Lincoln told Congress, Reagan noted, that
_NOTED = re.compile(r",\s[^,;:]+(?=,\s+that\b)")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_LETTER = re.compile(r"[^\W\d_]")


def find_asides(text: str, mentions: tuple[Mention, ...], *, leads: bool) -> tuple[Span, ...]:
    """The asides of the words before a quotation (`leads`) or after it, in order; their names and dates claim nothing.

    What leads up to the quotation itself is none: `Lincoln, who said: "..."`.
    """
    return tuple(sorted((*_find_relative(text, mentions, leads=leads), *_find_reports(text, mentions, leads=leads))))


def find_parentheses(text: str) -> Iterator[Span]:
    """What stands in parentheses after other words: Kennedy (1962)."""
    for found in _PARENTHESIS.finditer(text):
        if _LETTER.search(text, 0, found.start()):
            yield Span(start=found.start(), end=found.end())


def blank(text: str, spans: tuple[Span, ...]) -> str:
    """The text with spaces in place of the spans."""
    for span in spans:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def _find_relative(text: str, mentions: tuple[Mention, ...], *, leads: bool) -> Iterator[Span]:
    for found in _RELATIVE.finditer(text):
        span = Span(start=found.start(), end=found.end() + (text[found.end() : found.end() + 1] == ","))
        closed = not leads or _LETTER.search(text, found.end())
        if closed or any(span.holds(each.span) for each in mentions):
            yield span


def _find_reports(text: str, mentions: tuple[Mention, ...], *, leads: bool) -> Iterator[Span]:
    """What somebody else says of the words, where a verb outside it has words of its own before it."""
    for found in (*_AS.finditer(text), *_NOTED.finditer(text)):
        span = Span(start=found.start(), end=found.end() + (text[found.end() : found.end() + 1] == ","))
        outside = (text[: found.start()], text[found.end() :])
        within = [each for each in mentions if span.holds(each.span)]
        closed = not leads or _LETTER.search(outside[1])
        before = any(each.span.end <= span.start for each in mentions)
        if within and closed and before and (has_cue(outside[0]) or (leads and has_cue(outside[1]))):
            yield span
