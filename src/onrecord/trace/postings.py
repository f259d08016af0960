"""Where each three words in a row stand, and where each rare word stands."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.trace.grams import SIZE, hash_grams, is_whole
from onrecord.trace.tables import open_table, put_table, write_table
from onrecord.trace.words import Codes

# Words are sorted this many at a time, so that memory does not grow with the record.
PART = 1 << 23
# A word that is more frequent than one in a thousand places nothing: about 130 words, half of all running words.
COMMON = 1000
_SHIFT = np.uint64(32)
_KEYS = 1 << 32


def write_postings(folder: Path) -> None:
    """Write every table that follows from the table `words`."""
    stream: Codes = open_table(folder, "words")
    _write_grams(folder, stream)
    vocabulary, counts = count_words(stream)
    put_table(folder, "vocabulary", vocabulary)
    put_table(folder, "counts", counts)
    _write_rare(folder, stream, vocabulary, counts)


def count_words(stream: Codes) -> tuple[Codes, npt.NDArray[np.int64]]:
    """Every code of the stream, sorted, and how often it stands there; documents' ends are not counted."""
    codes, counts = np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.int64)
    for start in range(0, len(stream), PART):
        part, number = np.unique(stream[start : start + PART], return_counts=True)
        codes, inverse = np.unique(np.concatenate((codes, part)), return_inverse=True)
        counts = np.bincount(inverse, weights=np.concatenate((counts, number))).astype(np.int64)
    return codes[codes != 0], counts[codes != 0]


def _write_grams(folder: Path, stream: Codes) -> None:
    parts = max(1, -(-len(stream) // PART))
    edges = [_KEYS * part // parts for part in range(parts + 1)]
    with write_table(folder, "keys") as keys, write_table(folder, "places") as places:
        for low, high in pairwise(edges):
            packed = np.concatenate([np.empty(0, dtype=np.uint64), *_find_grams(stream, low, high)])
            packed.sort()
            keys.write((packed >> _SHIFT).astype(np.uint32).tobytes())
            places.write(packed.astype(np.uint32).tobytes())


def _find_grams(stream: Codes, low: int, high: int) -> Iterator[npt.NDArray[np.uint64]]:
    # Key above, place below: one sort of 64-bit numbers orders both.
    for start in range(0, len(stream), PART):
        codes = stream[start : start + PART + SIZE - 1]
        keys = hash_grams(codes)
        chosen = np.flatnonzero(is_whole(codes) & (keys >= low) & (keys < high))
        yield (keys[chosen].astype(np.uint64) << _SHIFT) | (chosen + start).astype(np.uint64)


def _write_rare(folder: Path, stream: Codes, vocabulary: Codes, counts: npt.NDArray[np.int64]) -> None:
    rare = counts <= max(COMMON, int(counts.sum())) // COMMON
    bounds = np.concatenate(([0], np.cumsum(np.where(rare, counts, 0))))
    filled = np.zeros(int(bounds[-1]), dtype=np.uint32)
    free = bounds[:-1].copy()
    for start in range(0, len(stream), PART):
        codes = stream[start : start + PART]
        rows = np.minimum(np.searchsorted(vocabulary, codes), max(0, len(vocabulary) - 1))
        chosen = np.flatnonzero(rare[rows] & (codes != 0)) if len(vocabulary) else np.empty(0, dtype=np.int64)
        order = chosen[np.argsort(rows[chosen], kind="stable")]
        words, firsts, number = np.unique(rows[order], return_index=True, return_counts=True)
        filled[free[rows[order]] + np.arange(len(order)) - np.repeat(firsts, number)] = order + start
        free[words] += number
    put_table(folder, "rare_bounds", bounds)
    put_table(folder, "rare_places", filled)
