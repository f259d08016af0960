"""The runs of three words that a quotation shares with the record, and where they stand."""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.trace.grams import SIZE, hash_grams
from onrecord.trace.index import Index
from onrecord.trace.rarity import get_size
from onrecord.trace.words import Codes

Rows = npt.NDArray[np.int64]


class Seeds(msgspec.Struct, frozen=True, kw_only=True):
    """For each three words of a quotation: how often they stand in the record, and their rows in each segment.

    `ranges` holds, for each segment, the first row of `places` and how many follow. `bits` is what each three tell.
    """

    counts: Rows
    bits: npt.NDArray[np.float64]
    ranges: tuple[tuple[Rows, Rows], ...]


def find_seeds(codes: Codes, index: Index, gaps: Sequence[int] = ()) -> Seeds:
    """Look the quotation's words up, three by three; `gaps` are words before which it leaves something out."""
    keys = hash_grams(codes)
    ranges = []
    counts = np.zeros(len(keys), dtype=np.int64)
    for segment in index.segments:
        low = segment.keys.searchsorted(keys)
        sizes = segment.keys.searchsorted(keys, "right") - low
        for gap in gaps:
            sizes[max(0, gap - SIZE + 1) : gap] = 0
        counts += sizes
        ranges.append((low, sizes))
    # An older version of a page is no second place of its words.
    counts = np.maximum(counts - index.count_hidden_grams(keys), 0)
    bits = np.log2(get_size(index) / np.maximum(counts, 1))
    return Seeds(counts=counts, bits=bits, ranges=tuple(ranges))
