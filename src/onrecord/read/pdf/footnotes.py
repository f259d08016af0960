"""Notes at the foot of a page."""

import re
from typing import NamedTuple

from onrecord.read.pdf.columns import Column
from onrecord.read.pdf.extraction import PdfLine

_LABEL = re.compile(r"(?:\[(\d{1,3})\]|\(?(\d{1,3})[.)]?)\s*(?=\S)")
_SMALLER = 0.93


class Footed(NamedTuple):
    """The columns of a page without its notes, and the lines of each note with `[1]` before the first."""

    columns: tuple[Column, ...]
    notes: tuple[tuple[PdfLine, ...], ...]


def split_notes(columns: tuple[Column, ...], body: float) -> Footed:
    """Takes the notes off the foot of each column: lines in smaller type than the body's, from a label on."""
    kept: list[Column] = []
    notes: list[tuple[PdfLine, ...]] = []
    for column in columns:
        first = _find_first(column.lines, body)
        notes += _group(column.lines[first:])
        if first:
            kept.append(column._replace(lines=column.lines[:first]))
    return Footed(tuple(kept), tuple(notes))


def _find_first(lines: tuple[PdfLine, ...], body: float) -> int:
    small = len(lines)
    while small and lines[small - 1].size < _SMALLER * body:
        small -= 1
    return next((place for place in range(small, len(lines)) if _LABEL.match(lines[place].text)), len(lines))


def _group(lines: tuple[PdfLine, ...]) -> tuple[tuple[PdfLine, ...], ...]:
    groups: list[list[PdfLine]] = []
    last = 0
    for line in lines:
        label = _LABEL.match(line.text)
        number = int(label[1] or label[2]) if label else -1
        # A year or a count may begin a line of a note: labels follow one another.
        if label and (not groups or number == last + 1):
            groups.append([_relabel(line, label)])
            last = number
        else:
            groups[-1].append(line)
    return tuple(tuple(group) for group in groups)


def _relabel(line: PdfLine, label: re.Match[str]) -> PdfLine:
    text = f"[{label[1] or label[2]}] {line.text[label.end() :]}"
    return PdfLine(text=text, left=line.left, right=line.right, baseline=line.baseline, size=line.size)
