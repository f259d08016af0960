"""The 32-bit key of every three words in a row."""

import numpy as np
import numpy.typing as npt

from onrecord.trace.words import Codes

SIZE = 3
# Multilinear hashing (Lemire and Kaser 2014, "Strongly universal string hashing is fast"): fixed random odd factors,
# of whose 64-bit sum the upper half is kept.
_FACTORS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD1B54A32D192ED03), np.uint64(0x8CB92BA72F3D8DD7))
_HALF = np.uint64(32)


def hash_grams(codes: Codes) -> Codes:
    """The key of the three words that begin at each word but the last two; empty for fewer than three words."""
    length = max(0, len(codes) - SIZE + 1)
    total = np.zeros(length, dtype=np.uint64)
    for shift, factor in enumerate(_FACTORS):
        total += codes[shift : shift + length].astype(np.uint64) * factor
    return (total >> _HALF).astype(np.uint32)


def is_whole(codes: Codes) -> npt.NDArray[np.bool_]:
    """For each key of `hash_grams`, whether its three words stand in one document."""
    length = max(0, len(codes) - SIZE + 1)
    whole = np.ones(length, dtype=np.bool_)
    for shift in range(SIZE):
        whole &= codes[shift : shift + length] != 0
    return whole
