"""Places of the record that may hold a quotation: diagonals on which its words agree with a document's."""

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.trace.grams import SIZE
from onrecord.trace.index import Index
from onrecord.trace.seeds import Rows, Seeds
from onrecord.trace.segment import Segment

Hits = list[tuple[int, int, int]]

# Two seeds belong to one place when their diagonals (place in the document - place in the quotation) are this near:
# words left out or put in shift the diagonal.
SLACK = 64
# Seeds that stand in more places than this together are left aside, the most common first.
BUDGET = 4096
MOST = 16
# Of the best place's weight, what another must have to be looked at.
_LIKELY = 0.35


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Seeds of one place: `hits` are (word of the quotation, place in the stream, length in words).

    `weight` is their information in bits.
    """

    segment: int
    row: int
    hits: Hits
    weight: float


def find_candidates(
    seeds: Seeds, index: Index, *, stretch: tuple[int, int], most: int = MOST, exclude: frozenset[int] = frozenset()
) -> list[Candidate]:
    """The most likely places of a stretch of words, best first; the documents of `exclude` crowd out no other."""
    low, high = stretch
    chosen = _choose(seeds.counts[low : max(low, high - SIZE + 1)]) + low
    found: list[Candidate] = []
    for number, segment in enumerate(index.segments):
        found += _cluster(number, segment, seeds, chosen, exclude)
    best = max((candidate.weight for candidate in found), default=0.0)
    likely = [candidate for candidate in found if candidate.weight >= _LIKELY * best]
    return sorted(likely, key=lambda candidate: -candidate.weight)[:most]


def _choose(counts: Rows) -> Rows:
    order = np.argsort(counts, kind="stable")
    order = order[counts[order] > 0]
    kept = int(np.searchsorted(np.cumsum(counts[order]), BUDGET, "right"))
    return np.sort(order[: max(kept, 1)])


def _cluster(number: int, segment: Segment, seeds: Seeds, words: Rows, exclude: frozenset[int]) -> list[Candidate]:
    rows, sizes = (table[words] for table in seeds.ranges[number])
    total = int(sizes.sum())
    if not total:
        return []
    ends = np.cumsum(sizes)
    places = segment.places[np.arange(total) + np.repeat(rows - ends + sizes, sizes)].astype(np.int64)
    at = np.repeat(words, sizes)
    bits = np.repeat(seeds.bits[words], sizes)
    documents = segment.bound_array.searchsorted(places, "right") - 1
    if exclude:
        kept = np.array([segment.numbers[row] not in exclude for row in documents.tolist()])
        places, at, bits, documents = places[kept], at[kept], bits[kept], documents[kept]
    if not len(places):
        return []
    # Documents are set apart by more than the slack and the quotation, so that no cluster crosses their border.
    diagonals = places - at + documents * (SLACK + 1 + int(words.max()))
    order = np.argsort(diagonals, kind="stable")
    starts = np.flatnonzero(np.diff(diagonals[order], prepend=diagonals[order[0]] - SLACK - 1) > SLACK)
    weights = np.add.reduceat(bits[order], starts)
    stops = np.append(starts[1:], len(places))
    return [
        Candidate(
            segment=number,
            row=int(documents[order[starts[rank]]]),
            hits=_take(at, places, order[starts[rank] : stops[rank]]),
            weight=float(weights[rank]),
        )
        for rank in np.argsort(-weights, kind="stable")[:MOST].tolist()
        if weights[rank] >= _LIKELY * weights.max()
    ]


def _take(at: Rows, places: npt.NDArray[np.int64], chosen: Rows) -> Hits:
    pairs = zip(at[chosen].tolist(), places[chosen].tolist(), strict=True)
    return [(word, place, SIZE) for word, place in pairs]
