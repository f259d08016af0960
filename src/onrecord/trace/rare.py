"""Places that share no three words in a row with a quotation, found by its rare words.

Each place of a rare word puts the quotation on one diagonal. The diagonals on which most rare words agree are then
compared word by word with the documents, a little to either side, since a slip of the scanner may join or part words.
"""

import numpy as np
import numpy.typing as npt

from onrecord.trace.candidates import Candidate
from onrecord.trace.index import Index
from onrecord.trace.seeds import Rows
from onrecord.trace.segment import Segment
from onrecord.trace.words import Codes

# Places of rare words looked at, the rarest words first; diagonals compared word by word; how far to either side.
_BUDGET = 20_000
_COMPARED = 128
_SIDE = 2
_MOST = 6


def find_rare_candidates(codes: Codes, bits: npt.NDArray[np.float64], index: Index) -> list[Candidate]:
    """The most likely places by rare words and the words around them, best first."""
    found: list[Candidate] = []
    for number, segment in enumerate(index.segments):
        diagonals = _find_diagonals(segment, codes, bits)
        if len(diagonals):
            found += _compare(number, segment, codes, bits, diagonals)
    return sorted(found, key=lambda candidate: -candidate.weight)[:_MOST]


def _find_diagonals(segment: Segment, codes: Codes, bits: npt.NDArray[np.float64]) -> Rows:
    """The diagonals on which the rare words tell most."""
    rows = np.minimum(segment.vocabulary.searchsorted(codes), len(segment.vocabulary) - 1)
    low, high = segment.rare_bounds[rows].astype(np.int64), segment.rare_bounds[rows + 1].astype(np.int64)
    sizes = np.where(segment.vocabulary[rows] == codes, high - low, 0)
    order = np.argsort(sizes, kind="stable")
    order = order[sizes[order] > 0]
    order = order[np.cumsum(sizes[order]) <= _BUDGET]
    if not len(order):
        return np.empty(0, dtype=np.int64)
    diagonals = np.concatenate([segment.rare_places[low[word] : high[word]].astype(np.int64) - word for word in order])
    weights = np.repeat(bits[order], sizes[order])
    ranked = np.argsort(diagonals, kind="stable")
    starts = np.flatnonzero(np.diff(diagonals[ranked], prepend=diagonals[ranked[0]] - _SIDE - 1) > _SIDE)
    totals = np.add.reduceat(weights[ranked], starts)
    best = np.argsort(-totals, kind="stable")[:_COMPARED]
    return diagonals[ranked[starts[best]]]


def _compare(
    number: int, segment: Segment, codes: Codes, bits: npt.NDArray[np.float64], diagonals: Rows
) -> list[Candidate]:
    """A candidate for each of the best diagonals: every word that stands near its place."""
    sides = np.arange(-_SIDE, 2 * _SIDE + 1)
    places = diagonals[:, None, None] + sides[None, :, None] + np.arange(len(codes))[None, None, :]
    places = np.clip(places, 0, len(segment.stream) - 1)
    agrees = segment.stream[places] == codes
    totals = np.where(agrees.any(axis=1), bits, 0.0).sum(axis=1)
    candidates = []
    for rank in np.argsort(-totals, kind="stable")[:_MOST].tolist():
        side, word = np.nonzero(agrees[rank])
        where = places[rank][side, word]
        row = segment.find_row(int(where[0]))
        inside = (where >= segment.bounds[row]) & (where < segment.bounds[row + 1] - 1)
        hits = [(at, place, 1) for at, place in zip(word[inside].tolist(), where[inside].tolist(), strict=True)]
        if hits:
            candidates.append(Candidate(segment=number, row=row, hits=hits, weight=float(totals[rank])))
    return candidates
