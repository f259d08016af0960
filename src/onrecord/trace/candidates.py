"""Places of the record that may hold a quotation: diagonals on which its words agree with a document's."""

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.trace.grams import SIZE, hash_grams
from onrecord.trace.index import Index
from onrecord.trace.segment import Segment
from onrecord.trace.words import Codes

Hits = list[tuple[int, int, int]]

# Two seeds belong to one place when their diagonals (place in the document - place in the quotation) are this near:
# words left out or put in shift the diagonal.
SLACK = 64
# Seeds that stand in more places than this together are left aside, the most common first.
BUDGET = 4096
MOST = 16


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Seeds of one place: `hits` are (word of the quotation, place in the stream, length in words).

    `weight` is their information in bits.
    """

    segment: int
    row: int
    hits: Hits
    weight: float


def find_candidates(codes: Codes, index: Index) -> list[Candidate]:
    """The most likely places, best first, by the runs of three words that they share with the quotation."""
    keys = hash_grams(codes)
    found: list[Candidate] = []
    ranges = [(segment.keys.searchsorted(keys), segment.keys.searchsorted(keys, "right")) for segment in index.segments]
    if not ranges:
        return []
    counts = np.sum([high - low for low, high in ranges], axis=0)
    chosen = _choose(counts)
    bits = np.log2(max(2, index.words) / np.maximum(counts[chosen], 1))
    for number, (segment, (low, high)) in enumerate(zip(index.segments, ranges, strict=True)):
        seeds = _Seeds(words=chosen, low=low[chosen], sizes=high[chosen] - low[chosen], bits=bits)
        found += _cluster(number, segment, seeds)
    return sorted(found, key=lambda candidate: -candidate.weight)[:MOST]


def _choose(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    kept = int(np.searchsorted(np.cumsum(counts[order]), BUDGET, "right"))
    return np.sort(order[: max(kept, 1)])


class _Seeds(msgspec.Struct, frozen=True, kw_only=True):
    """The seeds of one segment: the word of the quotation, the first row in `places`, how many, what each tells."""

    words: npt.NDArray[np.int64]
    low: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]
    bits: npt.NDArray[np.float64]


def _cluster(number: int, segment: Segment, seeds: _Seeds) -> list[Candidate]:
    words, low, sizes, bits = seeds.words, seeds.low, seeds.sizes, seeds.bits
    total = int(sizes.sum())
    if not total:
        return []
    ends = np.cumsum(sizes)
    places = segment.places[np.arange(total) + np.repeat(low - ends + sizes, sizes)].astype(np.int64)
    at = np.repeat(words, sizes)
    rows = segment.bound_array.searchsorted(places, "right") - 1
    # Documents are set apart by more than the slack, so that no cluster crosses their border.
    diagonals = places - at + rows * (SLACK + 1)
    order = np.argsort(diagonals, kind="stable")
    starts = np.flatnonzero(np.diff(diagonals[order], prepend=diagonals[order[0]] - SLACK - 1) > SLACK)
    weights = np.add.reduceat(np.repeat(bits, sizes)[order], starts)
    stops = np.append(starts[1:], total)
    best = np.argsort(-weights, kind="stable")[:MOST].tolist()
    return [
        Candidate(
            segment=number,
            row=int(rows[order[starts[rank]]]),
            hits=[(q, p, SIZE) for q, p in zip(*_take(at, places, order[starts[rank] : stops[rank]]), strict=True)],
            weight=float(weights[rank]),
        )
        for rank in best
    ]


def _take(
    at: npt.NDArray[np.int64], places: npt.NDArray[np.int64], chosen: npt.NDArray[np.int64]
) -> tuple[list[int], list[int]]:
    return at[chosen].tolist(), places[chosen].tolist()
