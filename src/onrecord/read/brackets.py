"""Brackets and what they hold: an editor's words, a date, a verse, a stage direction."""

import re
from typing import NamedTuple

from onrecord.model import Finding, Mark, MarkKind, Span, Where
from onrecord.read.dateshapes import is_claim, is_date
from onrecord.read.scripture import is_bare_reference, is_named_reference
from onrecord.read.stage import is_stage_direction

_SQUARE = re.compile(r"\[|\]|\n\n")
# Either kind of bracket may be closed by the other: `(Qur'an, 26:61]` is printed so.
_SHORT = re.compile(r"[\[(]([^()\[\]\n]{1,80})[\])]")
_CLOSING_QUOTE = re.compile(r"[”\"\u2019'»]\s*$")
_BEFORE = 12


class Brackets(NamedTuple):
    """The marks of a text, in order and never overlapping, and a finding where brackets are not closed."""

    marks: tuple[Mark, ...]
    findings: tuple[Finding, ...]


def find_brackets(text: str) -> Brackets:
    """Every bracket of the text that is not the speaker's running words; the outermost where they are nested.

    A square bracket and the one that closes it stand in one paragraph. Round brackets are marks only where they hold a
    reference, a date behind a quotation or a stage direction: the rest is the speaker's own.
    """
    short = _find_short(text)
    verses = {mark.span.start for mark in short if mark.kind == "scripture"}
    pairs, open_ones = _pair_squares(text)
    squares = tuple(_classify_square(text, span) for span in pairs)
    unclosed = tuple(start for start in open_ones if start not in verses)
    return Brackets(_outermost(squares + short), _report(unclosed))


def _report(unclosed: tuple[int, ...]) -> tuple[Finding, ...]:
    if not unclosed:
        return ()
    first = Span(start=unclosed[0], end=unclosed[0] + 1)
    message = f"square brackets not closed in their paragraph: {len(unclosed)}; an editor's words may stand bare"
    return (Finding(code="read-bracket-unclosed", level="note", message=message, where=Where(span=first)),)


def _pair_squares(text: str) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    pairs: list[Span] = []
    unclosed: list[int] = []
    stack: list[int] = []
    for match in _SQUARE.finditer(text):
        if match[0] == "[":
            stack.append(match.start())
        elif match[0] == "]":
            if stack:
                pairs.append(Span(start=stack.pop(), end=match.end()))
        else:
            unclosed += stack
            stack.clear()
    return tuple(pairs), tuple(unclosed + stack)


def _classify_square(text: str, span: Span) -> Mark:
    content = text[span.start + 1 : span.end - 1]
    before = text[max(0, span.start - _BEFORE) : span.start]
    return Mark(kind=_kind_of_square(content, before), span=span)


def _kind_of_square(content: str, before: str) -> MarkKind:
    if any(char.isdigit() for char in content):
        if is_named_reference(content) or is_bare_reference(content, before):
            return "scripture"
        if is_date(content) or (_CLOSING_QUOTE.search(before) and is_claim(content)):
            return "date"
    return "stage-direction" if is_stage_direction(content) else "editorial"


def _find_short(text: str) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for match in _SHORT.finditer(text):
        kind = _kind_of_short(match[1], text[max(0, match.start() - _BEFORE) : match.start()])
        if kind and not (match[0][0] == "[" and match[0][-1] == "]"):
            marks.append(Mark(kind=kind, span=Span(start=match.start(), end=match.end())))
    return tuple(marks)


def _kind_of_short(content: str, before: str) -> MarkKind | None:
    if any(char.isdigit() for char in content):
        if is_named_reference(content) or is_bare_reference(content, before):
            return "scripture"
        return "date" if is_date(content) and _CLOSING_QUOTE.search(before) else None
    return "stage-direction" if is_stage_direction(content) else None


def _outermost(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return tuple(kept)
