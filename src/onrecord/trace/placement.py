"""A quotation, or a stretch of it, laid against one document."""

import math
from collections.abc import Sequence

import msgspec
import numpy as np

from onrecord.trace.align import Pair, Window, align_words
from onrecord.trace.candidates import MOST, Candidate, find_candidates
from onrecord.trace.grams import SIZE
from onrecord.trace.index import Index
from onrecord.trace.quoted import Quoted, cut_quoted
from onrecord.trace.rare import find_rare_candidates
from onrecord.trace.rarity import weigh_words
from onrecord.trace.seeds import Seeds, find_seeds
from onrecord.trace.words import to_codes

_MARGIN = 8
# What each doubling of the words left out costs a place, in bits.
_GAP_COST = 2.0
# An honest omission may reach so far beyond the seeds.
_REACH = 50


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a quotation as the index knows them: their codes, what each tells in bits, their seeds.

    `breaks` are the words before which the quotation shows that it changes or leaves out something. `exclude` are
    numbers of documents that may not answer.
    """

    quoted: Quoted
    forms: tuple[str, ...]
    codes: tuple[int, ...]
    bits: tuple[float, ...]
    seeds: Seeds
    index: Index
    breaks: tuple[int, ...] = ()
    exclude: frozenset[int] = frozenset()

    def allows(self, segment: int, row: int) -> bool:
        """Whether a document may answer."""
        number = self.index.segments[segment].numbers[row]
        return number not in self.index.hidden and number not in self.exclude


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
    def score(self) -> float:
        """The bits, less the cost of words left out: of two places with the same words the unbroken one is better."""
        (word, place), (last, end) = self.pairs[0], self.pairs[-1]
        return self.bits - _GAP_COST * math.log2(1 + abs(end - place - last + word))

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


def make_query(quoted: Quoted, index: Index, *, exclude: frozenset[int] = frozenset()) -> Query:
    """The words of a quotation, looked up."""
    codes = to_codes(quoted.words.forms)
    return Query(
        quoted=quoted,
        forms=quoted.words.forms,
        codes=tuple(codes.tolist()),
        bits=tuple(weigh_words(codes, index).tolist()),
        seeds=find_seeds(codes, index, _get_breaks(quoted, {"ellipsis", "break"})),
        index=index,
        breaks=_get_breaks(quoted, {"ellipsis", "break", "bracket", "note"}),
        exclude=exclude,
    )


def cut_query(query: Query, low: int, high: int) -> Query:
    """A stretch of the quotation as if it were the whole."""
    seeds = query.seeds
    grams = slice(low, max(low, high - SIZE + 1))
    return Query(
        quoted=cut_quoted(query.quoted, low, high),
        forms=query.forms[low:high],
        codes=query.codes[low:high],
        bits=query.bits[low:high],
        seeds=Seeds(
            counts=seeds.counts[grams],
            bits=seeds.bits[grams],
            ranges=tuple((rows[grams], sizes[grams]) for rows, sizes in seeds.ranges),
        ),
        index=query.index,
        breaks=tuple(at - low for at in query.breaks if low < at < high),
        exclude=query.exclude,
    )


def _get_breaks(quoted: Quoted, kinds: set[str]) -> tuple[int, ...]:
    return tuple(sorted({mark.at for mark in quoted.marks if mark.kind in kinds}))


def find_placements(query: Query, *, low: int, high: int, most: int = MOST) -> list[Placement]:
    """The words `low` to `high` of a quotation in every likely document, best first."""
    candidates = find_candidates(query.seeds, query.index, stretch=(low, high), most=most, exclude=query.exclude)
    return _place_all(query, candidates, low, high)


def find_rare_placements(query: Query) -> list[Placement]:
    """The quotation in every document that its rare words point to, best first."""
    codes, bits = np.array(query.codes, dtype=np.uint32), np.array(query.bits)
    return _place_all(query, find_rare_candidates(codes, bits, query.index), 0, len(query.codes))


def _place_all(query: Query, candidates: Sequence[Candidate], low: int, high: int) -> list[Placement]:
    placed = [
        _place(query, candidate, low, high)
        for candidate in candidates
        if query.allows(candidate.segment, candidate.row)
    ]
    return sorted([placement for placement in placed if placement.pairs], key=lambda placement: -placement.score)


def _place(query: Query, candidate: Candidate, low: int, high: int) -> Placement:
    segment = query.index.segments[candidate.segment]
    diagonals = [place - word for word, place, _ in candidate.hits]
    breaks = [at - low for at in query.breaks if low < at < high]
    margin = _REACH if breaks else _MARGIN
    first = max(segment.bounds[candidate.row], min(diagonals) + low - margin)
    last = min(segment.bounds[candidate.row + 1] - 1, max(diagonals) + high + margin)
    stream = segment.stream[first:last].tolist()
    window = Window(quoted=query.codes[low:high], stream=stream, offset=first, breaks=breaks)
    hits = [(word - low, place, length) for word, place, length in candidate.hits]
    pairs = tuple([(word + low, place) for word, place in align_words(window, hits)])
    bits = sum([query.bits[word] for word, _ in pairs])
    return Placement(segment=candidate.segment, row=candidate.row, low=low, high=high, pairs=pairs, bits=bits)


def cut_placement(query: Query, placement: Placement, low: int, high: int) -> Placement:
    """The same placement for fewer of the quotation's words."""
    pairs = tuple([pair for pair in placement.pairs if low <= pair[0] < high])
    bits = sum([query.bits[word] for word, _ in pairs])
    return msgspec.structs.replace(placement, low=low, high=high, pairs=pairs, bits=bits)
