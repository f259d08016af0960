"""Paragraphs from the lines of columns: by gaps, indents, short lines and sizes of type."""

import re
from itertools import pairwise
from typing import NamedTuple

from onrecord.model import BlockKind
from onrecord.read.pdf.columns import Column
from onrecord.read.pdf.extraction import PdfLine
from onrecord.read.wrapping import ends_sentence

_BULLET = re.compile(r"\s*[•◦▪‣●○■·∙]\s*")
_HEADING = 1.12
_GAP = 1.35
_INDENT, _SLACK = 0.8, 0.4
_SHORT = 0.12
# Where there are too few lines to tell, what typesetters take.
_FEWEST_GAPS, _USUAL_LEADING = 3, 1.2
_SIZES_APART = 0.08


class Group(NamedTuple):
    """The lines of one paragraph and its kind."""

    lines: tuple[PdfLine, ...]
    kind: BlockKind


class _Place(NamedTuple):
    """A line in its column; `first` where it begins one, on the same or on another page."""

    line: PdfLine
    column: Column
    first: bool


def measure_body(columns: tuple[Column, ...]) -> float:
    """The size of type that most characters have; 0 where there are none."""
    counts: dict[float, int] = {}
    for column in columns:
        for line in column.lines:
            size = round(line.size * 2) / 2
            counts[size] = counts.get(size, 0) + len(line.text)
    return max(counts, key=lambda size: counts[size], default=0.0)


def group_lines(columns: tuple[Column, ...], body: float, *, rightward: bool) -> tuple[Group, ...]:
    """The paragraphs of the columns in their order; one goes on in the next column where it ends in mid-sentence."""
    leading = _measure_leading(columns)
    places = [_Place(line, column, not number) for column in columns for number, line in enumerate(column.lines)]
    groups: list[list[_Place]] = []
    for place in places:
        if groups and _goes_on(groups[-1][-1], place, leading, rightward=rightward):
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(Group(tuple(place.line for place in group), _get_kind(group, body)) for group in groups)


def _measure_leading(columns: tuple[Column, ...]) -> float:
    """The usual distance of two baselines, in sizes of type."""
    gaps = sorted(
        (above.baseline - below.baseline) / max(above.size, 1.0)
        for column in columns
        for above, below in pairwise(column.lines)
    )
    return gaps[len(gaps) // 3] if len(gaps) >= _FEWEST_GAPS else _USUAL_LEADING


def _goes_on(before: _Place, after: _Place, leading: float, *, rightward: bool) -> bool:
    above, below = before.line, after.line
    if _BULLET.match(below.text) or abs(above.size - below.size) > _SIZES_APART * max(above.size, below.size):
        return False
    if after.first:
        return not ends_sentence(above.text)
    if (above.baseline - below.baseline) / max(above.size, 1.0) > _GAP * leading:
        return False
    return not (_is_indented(before, after, rightward=rightward) or _is_last(before, after, rightward=rightward))


def _is_indented(before: _Place, after: _Place, *, rightward: bool) -> bool:
    size = after.line.size
    first, second = (_get_start(place, rightward=rightward) for place in (before, after))
    return second >= _INDENT * size and first < second - _SLACK * size


def _get_start(place: _Place, *, rightward: bool) -> float:
    """How far the line begins from the edge of its column."""
    return place.line.left - place.column.left if rightward else place.column.right - place.line.right


def _is_last(before: _Place, after: _Place, *, rightward: bool) -> bool:
    """Whether the line above ends a sentence where the first word below would still have fitted."""
    line, column = before.line, before.column
    missing = column.right - line.right if rightward else line.left - column.left
    word = len(after.line.text.partition(" ")[0]) + 1
    needed = word * (after.line.right - after.line.left) / max(len(after.line.text), 1)
    return missing > max(needed, _SHORT * (column.right - column.left)) and ends_sentence(line.text)


def _get_kind(group: list[_Place], body: float) -> BlockKind:
    if group[0].line.size > _HEADING * body:
        return "heading"
    return "list-item" if _BULLET.match(group[0].line.text) else "paragraph"


def measure_bullet(text: str) -> int:
    """How many characters the bullet at the start of a line takes."""
    match = _BULLET.match(text)
    return match.end() if match else 0
