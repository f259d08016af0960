"""Quotations put together from several places."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from onrecord.trace.index import Index
from onrecord.trace.placement import Placement, cut_placement, find_placements
from onrecord.trace.words import Codes

# Fewer words than this cannot be placed on their own.
SHORTEST_PART = 4


def find_parts(codes: Codes, bits: Sequence[float], index: Index, best: Placement) -> list[Placement]:
    """The placement itself where it holds the whole; else the placements of each part, in the quotation's order."""
    parts = [best]
    for low, high in _find_holes(best):
        others = find_placements(codes, bits, index, low=low, high=high)
        if others and others[0].bits > _count_bits(best, bits, low, high) * 2:
            parts.append(others[0])
    if len(parts) == 1:
        return parts
    return _settle_borders(sorted(parts, key=lambda part: part.pairs[0][0]), bits)


def _find_holes(best: Placement) -> list[tuple[int, int]]:
    """The stretches before and after the part that is firmly placed."""
    firm = _find_firm(best)
    holes = [(best.low, firm[0]), (firm[1], best.high)]
    return [(low, high) for low, high in holes if high - low >= SHORTEST_PART]


def _find_firm(best: Placement) -> tuple[int, int]:
    """From the first to the last run of three agreeing words."""
    runs = [
        (first[0], third[0] + 1)
        for first, third in zip(best.pairs, best.pairs[2:], strict=False)
        if third[0] - first[0] == third[1] - first[1] == 2  # noqa: PLR2004 - three words in a row
    ]
    return (runs[0][0], runs[-1][1]) if runs else (best.pairs[0][0], best.pairs[-1][0] + 1)


def _count_bits(placement: Placement, bits: Sequence[float], low: int, high: int) -> float:
    return sum(bits[word] for word, _ in placement.pairs if low <= word < high)


def _settle_borders(parts: list[Placement], bits: Sequence[float]) -> list[Placement]:
    """Each part with the words that it explains better than its neighbour."""
    settled: list[Placement] = []
    low = min(part.low for part in parts)
    for part, following in pairwise(parts):
        border = _find_border(part, following, bits)
        settled.append(cut_placement(part, bits, low, border))
        low = border
    settled.append(cut_placement(parts[-1], bits, low, max(part.high for part in parts)))
    return [part for part in settled if part.pairs]


def _find_border(part: Placement, following: Placement, bits: Sequence[float]) -> int:
    low, high = part.pairs[0][0] + 1, following.pairs[-1][0] + 1
    ours, theirs = ({word for word, _ in placement.pairs} for placement in (part, following))
    gain = [
        (bits[word] if word in ours else 0.0) - (bits[word] if word in theirs else 0.0) for word in range(low, high)
    ]
    totals = [0.0, *accumulate(gain)]
    return low + max(range(len(totals)), key=lambda at: totals[at])
