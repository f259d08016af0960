"""The reading order of the lines of a page: columns, and what stands across them."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.read.pdf.extraction import PdfLine

_FEWEST_LINES = 3
_CROSSING_SHARE = 0.3
_SIDE = 0.2
_SAME_BASELINE = 0.4
# In lengths of a line: how wide the white between columns is at least, and how far down it reaches.
_NARROWEST, _LOWEST = 0.6, 2.4
# A page of more lines is no page of prose, and to compare them all would take too long.
_MOST_LINES = 1000


class Column(NamedTuple):
    """Lines from top to bottom with the edges between which they stand."""

    lines: tuple[PdfLine, ...]
    left: float
    right: float


def order_lines(lines: tuple[PdfLine, ...], *, rightward: bool = True) -> tuple[Column, ...]:
    """The columns in the order in which they are read; a line across them ends those above it.

    `rightward` is false for scripts that are written from right to left.
    """
    gutter = _find_gutter(lines)
    if gutter is None:
        return (_build_column(lines, rightward=rightward),) if lines else ()
    columns: list[Column] = []
    sides: tuple[list[PdfLine], list[PdfLine]] = ([], [])
    across: list[PdfLine] = []
    for line in sorted(lines, key=_get_top):
        if line.left < gutter < line.right:
            columns += _close(sides, rightward=rightward)
            sides = ([], [])
            across.append(line)
        else:
            columns += _close((across, []), rightward=rightward)
            across = []
            sides[line.left >= gutter].append(line)
    return (*columns, *_close(sides, rightward=rightward), *_close((across, []), rightward=rightward))


def _close(sides: tuple[list[PdfLine], list[PdfLine]], *, rightward: bool) -> Iterator[Column]:
    for side in sides if rightward else reversed(sides):
        yield from order_lines(tuple(side), rightward=rightward)


def _find_gutter(lines: tuple[PdfLine, ...]) -> float | None:
    """The middle of the widest white stripe that parts lines standing side by side, which few lines cross."""
    if not 2 * _FEWEST_LINES <= len(lines) <= _MOST_LINES:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    inner = (left + _SIDE * (right - left), right - _SIDE * (right - left))
    edges = sorted({line.right for line in lines if inner[0] <= line.right <= inner[1]})
    best: tuple[float, float] | None = None
    for edge in edges:
        starts = [line.left for line in lines if line.left >= edge]
        after = min(starts, default=edge)
        middle = (edge + after) / 2
        if after - edge >= _NARROWEST * size and _is_gutter(lines, middle) and (best is None or after - edge > best[0]):
            best = (after - edge, middle)
    return best[1] if best else None


def _is_gutter(lines: tuple[PdfLine, ...], middle: float) -> bool:
    before = [line for line in lines if line.right <= middle]
    behind = [line for line in lines if line.left >= middle]
    crossing = len(lines) - len(before) - len(behind)
    if min(len(before), len(behind)) < _FEWEST_LINES or crossing > _CROSSING_SHARE * len(lines):
        return False
    top = min(max(line.baseline for line in before), max(line.baseline for line in behind))
    bottom = max(min(line.baseline for line in before), min(line.baseline for line in behind))
    return top - bottom >= _LOWEST * before[0].size


def _build_column(lines: tuple[PdfLine, ...], *, rightward: bool) -> Column:
    rows: list[list[PdfLine]] = []
    for line in sorted(lines, key=_get_top):
        if rows and abs(rows[-1][0].baseline - line.baseline) <= _SAME_BASELINE * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    merged = tuple(_merge(sorted(row, key=_get_left, reverse=not rightward)) for row in rows)
    return Column(merged, min(line.left for line in merged), max(line.right for line in merged))


def _merge(row: list[PdfLine]) -> PdfLine:
    """What stands side by side on one baseline is one line."""
    if len(row) == 1:
        return row[0]
    return PdfLine(
        text=" ".join(line.text for line in row),
        left=min(line.left for line in row),
        right=max(line.right for line in row),
        baseline=row[0].baseline,
        size=max(line.size for line in row),
    )


def _get_top(line: PdfLine) -> float:
    return -line.baseline


def _get_left(line: PdfLine) -> float:
    return line.left
