"""Quotation marks: where they stand, and whether each can open or close."""

import re
from typing import Literal

import msgspec

Shape = Literal["straight", "curly", "guillemet"]
Role = Literal["open", "close", "either"]


class QuoteMark(msgspec.Struct, frozen=True, kw_only=True):
    """A double quotation mark; `either` where neither its shape nor the space around it tells which way it faces."""

    start: int
    end: int
    shape: Shape
    role: Role


_DOUBLE = re.compile("``|''(?!')|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]")
_SHAPES: dict[str, Shape] = {
    '"': "straight",
    "``": "straight",
    "''": "straight",
    "\u00ab": "guillemet",
    "\u00bb": "guillemet",
}
_FACING: dict[str, Role] = {
    "``": "open",
    "\u201c": "open",
    "\u201d": "close",
    "\u201e": "open",
    "\u201f": "open",
    "\u00ab": "open",
    "\u00bb": "close",
}
_MARKS = "\"'`\u2018\u2019\u201a\u201c\u201d\u201e\u201f\u00ab\u00bb"
_MOST_ADJACENT = 4
_DASHES = "-\u2013\u2014/"
# 6'2" is a height.
_MEASURE = re.compile(r"[0-9]['\u2019\u2032][0-9]{1,2}\Z")


def find_quote_marks(text: str) -> tuple[QuoteMark, ...]:
    """Every double quotation mark of the text, in order."""
    marks = []
    for found in _DOUBLE.finditer(text):
        if found[0] == '"' and _MEASURE.search(text, max(0, found.start() - 4), found.start()):
            continue
        shape = _SHAPES.get(found[0], "curly")
        role = _get_role(_FACING.get(found[0]), _get_facing(text, found.start(), found.end()))
        marks.append(QuoteMark(start=found.start(), end=found.end(), shape=shape, role=role))
    return tuple(marks)


def _get_role(shaped: Role | None, spaced: Role) -> Role:
    """What a mark does by its shape; the space around it can only cast doubt on that."""
    if shaped is None:
        return spaced
    return "either" if {shaped, spaced} == {"open", "close"} else shaped


def _get_facing(text: str, start: int, end: int) -> Role:
    """What a mark does by the space around it, other quotation marks passed over."""
    left = start - 1
    while left >= max(0, start - _MOST_ADJACENT) and text[left] in _MARKS:
        left -= 1
    right = end
    while right < min(len(text), end + _MOST_ADJACENT) and text[right] in _MARKS:
        right += 1
    before = text[left] if left >= 0 else "\n"
    after = text[right] if right < len(text) else "\n"
    if before in "([{":
        return "open"
    if after in ")]}":
        return "close"
    return _face(before, after)


def _face(before: str, after: str) -> Role:
    if before.isspace() and after.isspace():
        # A mark with space on both sides can still only open a line, or close one.
        return "either" if (before == "\n") == (after == "\n") else ("open" if before == "\n" else "close")
    if before.isspace() or after.isspace():
        return "open" if before.isspace() else "close"
    if before in _DASHES and after not in _DASHES:
        return "open" if after.isalnum() or after == "[" else "close"
    if after in _DASHES or after in ".,;:!?\u2026":
        return "close"
    return "either"
