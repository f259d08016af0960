"""A quotation, or a stretch of it, laid against one document."""

from collections.abc import Sequence

import msgspec
import numpy as np

from onrecord.trace.align import Pair, align_words
from onrecord.trace.candidates import Candidate, find_candidates
from onrecord.trace.index import Index
from onrecord.trace.words import Codes

_MARGIN = 8


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """The words `low` to `high` (not included) of a quotation in one document.

    `pairs` are (word of the quotation, place in the segment's stream) of the words that agree, `bits` what they tell.
    """

    segment: int
    row: int
    low: int
    high: int
    pairs: tuple[Pair, ...]
    bits: float

    @property
    def start(self) -> int:
        """The place in the stream where the stretch begins, its first word counted whether it agrees or not."""
        word, place = self.pairs[0]
        return place - (word - self.low)

    @property
    def end(self) -> int:
        """The place after the stretch's last word."""
        word, place = self.pairs[-1]
        return place + (self.high - word)


def find_placements(codes: Codes, bits: Sequence[float], index: Index, *, low: int, high: int) -> list[Placement]:
    """The words `low` to `high` of a quotation in every likely document, best first."""
    candidates = find_candidates(codes[low:high], index)
    quoted = codes.tolist()
    placed = [_place(quoted, bits, index, candidate, (low, high)) for candidate in candidates]
    return sorted(placed, key=lambda placement: -placement.bits)


def _place(
    quoted: Sequence[int], bits: Sequence[float], index: Index, candidate: Candidate, stretch: tuple[int, int]
) -> Placement:
    low, high = stretch
    segment = index.segments[candidate.segment]
    diagonals = [place - word for word, place, _ in candidate.hits]
    first = max(segment.bounds[candidate.row], min(diagonals) - _MARGIN)
    last = min(segment.bounds[candidate.row + 1] - 1, max(diagonals) + high - low + _MARGIN)
    stream = segment.stream[first:last].tolist()
    pairs = [(word + low, place) for word, place in align_words(quoted[low:high], stream, first, candidate.hits)]
    return Placement(
        segment=candidate.segment,
        row=candidate.row,
        low=low,
        high=high,
        pairs=tuple(pairs),
        bits=sum(bits[word] for word, _ in pairs),
    )


def cut_placement(placement: Placement, bits: Sequence[float], low: int, high: int) -> Placement:
    """The same placement for fewer of the quotation's words."""
    pairs = tuple([pair for pair in placement.pairs if low <= pair[0] < high])
    return msgspec.structs.replace(
        placement, low=low, high=high, pairs=pairs, bits=sum(bits[word] for word, _ in pairs)
    )


def weigh_words(codes: Codes, index: Index) -> list[float]:
    """What each word tells, in bits: the rarer in the record, the more."""
    counts = np.maximum(index.count_words(codes), 1)
    weights: list[float] = np.log2(max(2, index.words) / counts).tolist()
    return weights
