"""Quotations put together from several places."""

from itertools import accumulate, pairwise

import numpy as np

from onrecord.trace.grams import SIZE
from onrecord.trace.placement import Placement, Query, cut_placement, find_placements

# Fewer words than this cannot be placed on their own.
SHORTEST_PART = 4
# Words of the firm part that may turn out to belong to its neighbour.
_INTO = 2
# Places looked at for each part.
_MOST = 6
# Under this share of words in runs that the record has, no parts can make up the whole.
_LEAST_COVERED = 0.7
# A quotation of more than four parts is left with its longest ones.
_DEPTH = 2


def find_parts(query: Query, best: Placement) -> list[Placement]:
    """The placement where nothing explains the rest; else the placements of each part, in the quotation's order."""
    if count_covered(query) < _LEAST_COVERED * len(query.codes):
        return [best]
    parts = _split(query, best, _DEPTH)
    if len(parts) == 1:
        return parts
    parts = _settle_borders(query, sorted(parts, key=_find_firm))
    # The best place of the whole need not be the best of its own stretch.
    bettered = [_find_part(query, part, (part.low, part.high), (part.low, part.high)) or part for part in parts]
    return _settle_borders(query, bettered) if bettered != parts else parts


def count_covered(query: Query) -> int:
    """How many words of the quotation stand in some run of three that the record has anywhere."""
    covered: set[int] = set()
    for gram in np.flatnonzero(query.seeds.counts).tolist():
        covered.update(range(gram, gram + SIZE))
    return len(covered)


def _split(query: Query, best: Placement, depth: int) -> list[Placement]:
    """The placement with what holds the words before and after it, those split in their turn."""
    first, last = _find_firm(best)
    before = _find_part(query, best, (best.low, first), (best.low, min(first + _INTO, best.high)))
    after = _find_part(query, best, (last, best.high), (max(last - _INTO, best.low), best.high))
    parts = [best]
    for part in (before, after):
        if part is not None:
            parts += _split(query, part, depth - 1) if depth else [part]
    return parts


def _find_part(query: Query, best: Placement, hole: tuple[int, int], stretch: tuple[int, int]) -> Placement | None:
    """What holds the words of a hole better than the best placement does; its first words may be that one's too."""
    if hole[1] - hole[0] < SHORTEST_PART:
        return None
    others = find_placements(query, low=stretch[0], high=stretch[1], most=_MOST)
    top = max(others, key=lambda other: _count_bits(query, other, *hole), default=None)
    if top is None or _count_bits(query, top, *hole) <= _count_bits(query, best, *hole):
        return None
    return top


def _find_firm(best: Placement) -> tuple[int, int]:
    """From the first to the last run of three agreeing words."""
    runs = [
        (first[0], third[0] + 1)
        for first, third in zip(best.pairs, best.pairs[2:], strict=False)
        if third[0] - first[0] == third[1] - first[1] == 2  # noqa: PLR2004 - three words in a row
    ]
    return (runs[0][0], runs[-1][1]) if runs else (best.pairs[0][0], best.pairs[-1][0] + 1)


def _count_bits(query: Query, placement: Placement, low: int, high: int) -> float:
    return sum(query.bits[word] for word, _ in placement.pairs if low <= word < high)


def _settle_borders(query: Query, parts: list[Placement]) -> list[Placement]:
    """Each part with the words that it explains better than its neighbour."""
    settled: list[Placement] = []
    low, high = min(part.low for part in parts), max(part.high for part in parts)
    for part, following in pairwise(parts):
        border = _find_border(query, part, following)
        settled.append(cut_placement(query, part, low, border))
        low = border
    settled.append(cut_placement(query, parts[-1], low, high))
    return [part for part in settled if part.pairs]


def _find_border(query: Query, part: Placement, following: Placement) -> int:
    low, high = _find_firm(part)[0] + 1, _find_firm(following)[1]
    ours, theirs = ({word for word, _ in placement.pairs} for placement in (part, following))
    bits = query.bits
    gain = [bits[word] * ((word in ours) - (word in theirs)) for word in range(low, high)]
    totals = [0.0, *accumulate(gain)]
    return low + max(range(len(totals)), key=lambda at: totals[at])
