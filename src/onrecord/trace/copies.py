"""Documents that are one speech in several copies."""

import numpy as np
import numpy.typing as npt

from onrecord.trace.grams import hash_grams
from onrecord.trace.heads import Head
from onrecord.trace.index import Index
from onrecord.trace.lists import read_lists
from onrecord.trace.placement import Placement

_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def are_copies(index: Index, one: tuple[Placement, Head], other: tuple[Placement, Head]) -> bool:
    """Whether two documents are by one speaker, of one date, and share enough of their runs of five words."""
    (place, head), (second, heading) = one, other
    if (place.segment, place.row) == (second.segment, second.row) or not head.speaker:
        return False
    if head.speaker != heading.speaker or head.date.earliest is None:
        return False
    if (head.date.earliest, head.date.latest) != (heading.date.earliest, heading.date.latest):
        return False
    least = float(read_lists("thresholds")["copies"]["least_share"])
    return measure_share(_hash_fives(index, place), _hash_fives(index, second)) >= least


def measure_share(one: npt.NDArray[np.uint64], other: npt.NDArray[np.uint64]) -> float:
    """Of the shorter document's runs of five words, the share that stand in the other too."""
    smaller = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / smaller if smaller else 0.0


def _hash_fives(index: Index, place: Placement) -> npt.NDArray[np.uint64]:
    segment = index.segments[place.segment]
    threes = hash_grams(segment.stream[segment.bounds[place.row] : segment.bounds[place.row + 1] - 1])
    # Two overlapping runs of three are a run of five.
    return np.unique(threes[:-2].astype(np.uint64) * _FACTOR + threes[2:])
