"""Which word of a quotation is which word of a document."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
from rapidfuzz.distance import LCSseq, Levenshtein

from onrecord.trace.candidates import Hits
from onrecord.trace.chain import find_chain

Pair = tuple[int, int]

# Words beyond the length of an unmatched end that may still hold its counterpart.
_MARGIN = 3


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """Word codes of a quotation beside those of a stretch of a document that begins at the place `offset`.

    `breaks` are the quotation's words before which it shows that something may be left out.
    """

    quoted: Sequence[int]
    stream: Sequence[int]
    offset: int
    breaks: Sequence[int] = ()

    @property
    def end(self) -> int:
        """The place after the stretch."""
        return self.offset + len(self.stream)


def align_words(window: Window, hits: Hits) -> list[Pair]:
    """Pairs (word of the quotation, place) of equal words, both rising."""
    chain = find_chain(hits)
    pairs = _align_head(window, chain[0][0], chain[0][1]) if chain[0][0] else []
    for number, (start, where, length) in enumerate(chain):
        pairs += [(start + step, where + step) for step in range(length)]
        if number + 1 < len(chain):
            pairs += _align_between(window, (start + length, where + length), chain[number + 1][:2])
        elif start + length < len(window.quoted):
            pairs += _align_tail(window, start + length, where + length)
    return pairs


def _align_head(window: Window, word: int, place: int) -> list[Pair]:
    """The words before the first run: next to it, or before a break of theirs."""
    near = max((at for at in window.breaks if at <= word), default=0)
    start = place - _find_length(window, (near, word), place, back=True)
    pairs = _match(window, (near, start), (word, place), late=True)
    fragments = _cut_fragments(window, 0, near)
    for first, last in reversed(fragments):
        pairs = (
            _find_fragment(window, (first, window.offset), (last, pairs[0][1] if pairs else place), last=True) + pairs
        )
    return pairs


def _align_tail(window: Window, word: int, place: int) -> list[Pair]:
    """The words after the last run: next to it, or after a break of theirs."""
    length = len(window.quoted)
    near = min((at for at in window.breaks if at >= word), default=length)
    pairs = _match(window, (word, place), (near, place + _find_length(window, (word, near), place)))
    for first, last in _cut_fragments(window, near, length):
        pairs += _find_fragment(window, (first, pairs[-1][1] + 1 if pairs else place), (last, window.end))
    return pairs


def _find_length(window: Window, words: Pair, place: int, *, back: bool = False) -> int:
    """How many words of the document, from a place on or back from it, are most like a stretch of the quotation."""
    quoted = window.quoted[words[0] : words[1]]
    if back:
        quoted, stream = quoted[::-1], window.stream[: place - window.offset][::-1]
    else:
        stream = window.stream[place - window.offset :]
    size = len(quoted)

    def cost(length: int) -> tuple[int, int, int]:
        shared = LCSseq.similarity(quoted, stream[:length])
        return Levenshtein.distance(quoted, stream[:length]) - shared, -shared, abs(length - size)

    # Another length than the quotation's own pays only where it ends on a word of the quotation.
    known = set(quoted)
    lengths = range(max(1, size - _MARGIN), min(size + _MARGIN, len(stream)) + 1)
    ends = [length for length in lengths if length != size and stream[length - 1] in known]
    return min([min(size, len(stream)), *ends], key=cost)


def _align_between(window: Window, low: Pair, high: Pair) -> list[Pair]:
    """Words between two runs: those before a break belong to the run before, those after it to the run after."""
    breaks = [at for at in window.breaks if low[0] <= at <= high[0]]
    if not breaks:
        return _match(window, low, high)
    left, right = breaks[0], breaks[-1]
    pairs = _match(window, low, (left, min(high[1], low[1] + (left - low[0]) + _MARGIN)))
    after = pairs[-1][1] + 1 if pairs else low[1]
    for first, last in _cut_fragments(window, left, right):
        pairs += _find_fragment(window, (first, after), (last, high[1]))
        after = pairs[-1][1] + 1 if pairs else after
    return pairs + _match(window, (right, max(after, high[1] - (high[0] - right) - _MARGIN)), high)


def _cut_fragments(window: Window, first: int, last: int) -> list[Pair]:
    """The stretches of the quotation between its breaks, from the word `first` to the word `last` (not included)."""
    edges = [first, *[at for at in window.breaks if first < at < last], last]
    return [(low, high) for low, high in pairwise(edges) if low < high]


def _match(window: Window, low: Pair, high: Pair, *, late: bool = False) -> list[Pair]:
    """Equal words between two points, with as few edits as can be; of several ways the earliest, or the latest."""
    start = max(low[1], window.offset)
    quoted = window.quoted[low[0] : high[0]]
    stream = window.stream[start - window.offset : max(start, high[1]) - window.offset]
    if not quoted or not stream:
        return []
    if late:
        ends = (low[0] + len(quoted) - 1, start + len(stream) - 1)
        blocks = Levenshtein.editops(quoted[::-1], stream[::-1]).as_matching_blocks()
        back = [(ends[0] - block.a - step, ends[1] - block.b - step) for block in blocks for step in range(block.size)]
        return back[::-1]
    blocks = Levenshtein.editops(quoted, stream).as_matching_blocks()
    return [(low[0] + block.a + step, start + block.b + step) for block in blocks for step in range(block.size)]


def _find_fragment(window: Window, low: Pair, high: Pair, *, last: bool = False) -> list[Pair]:
    """A fragment where it stands whole between two points: the first such place, or the last."""
    fragment = list(window.quoted[low[0] : high[0]])
    places = range(low[1], high[1] - len(fragment) + 1)
    for place in reversed(places) if last else places:
        start = place - window.offset
        if list(window.stream[start : start + len(fragment)]) == fragment:
            return [(low[0] + step, place + step) for step in range(len(fragment))]
    return []
