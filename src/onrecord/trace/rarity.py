"""How much a word tells: the rarer in the record, the more."""

import functools

import numpy as np
import numpy.typing as npt

from onrecord.trace.index import Index
from onrecord.trace.lists import read_lists
from onrecord.trace.words import Codes, encode_word

# A record of so many words knows which words are common; a smaller one is filled up with common English.
ENOUGH = 1 << 21
_MILLION = 1_000_000


def get_size(index: Index) -> int:
    """The words of the record, or enough of them."""
    return max(ENOUGH, index.words)


def weigh_words(codes: Codes, index: Index) -> npt.NDArray[np.float64]:
    """What each word tells, in bits."""
    counts = index.count_words(codes).astype(np.float64)
    if index.words < ENOUGH:
        common = _read_common()
        counts += (ENOUGH - index.words) * np.array([common.get(code, 0.0) for code in codes.tolist()])
    weights: npt.NDArray[np.float64] = np.log2(get_size(index) / np.maximum(counts, 1.0))
    return weights


@functools.cache
def _read_common() -> dict[int, float]:
    """The share of running words that each common English word has, by its code."""
    table: dict[str, int] = read_lists("background")["per_million"]
    return {encode_word(word): number / _MILLION for word, number in table.items()}
