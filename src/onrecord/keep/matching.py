"""Which words of one version are which words of another."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from rapidfuzz.distance import Indel

# Stretches of as many pairs of words as this are aligned exactly: a bit each, a dozen megabytes.
_MOST_PAIRS = 100_000_000
# Longer ones are parted first at runs of words that stand once in either.
_ANCHOR = 5

Words = Sequence[str]


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """The words `[start, end)` of one version and `[other, other_end)` of the other."""

    start: int
    end: int
    other: int
    other_end: int


def find_differing(words: Words, others: Words) -> tuple[Stretch, ...]:
    """The stretches that differ, in order; between them the words are the same."""
    whole = Stretch(start=0, end=len(words), other=0, other_end=len(others))
    joined: list[Stretch] = []
    for stretch in _part(words, others, whole):
        if joined and (joined[-1].end, joined[-1].other_end) == (stretch.start, stretch.other):
            stretch = Stretch(  # noqa: PLW2901 - the two are one
                start=joined[-1].start, end=stretch.end, other=joined[-1].other, other_end=stretch.other_end
            )
            joined.pop()
        joined.append(stretch)
    return tuple(joined)


def _part(words: Words, others: Words, within: Stretch) -> Iterator[Stretch]:
    if (within.end - within.start) * (within.other_end - within.other) <= _MOST_PAIRS:
        yield from _align(words, others, within)
        return
    anchors = _find_anchors(words, others, within)
    if not anchors:
        yield within
    at, place = within.start, within.other
    for start, other in anchors:
        yield from _align_gap(words, others, Stretch(start=at, end=start, other=place, other_end=other))
        at, place = start + 1, other + 1
    if anchors:
        last = Stretch(start=at, end=within.end, other=place, other_end=within.other_end)
        yield from _align_gap(words, others, last)


def _align_gap(words: Words, others: Words, gap: Stretch) -> Iterator[Stretch]:
    """The differences of a gap between anchors; one that is still too long differs as a whole."""
    if (gap.end - gap.start) * (gap.other_end - gap.other) <= _MOST_PAIRS:
        yield from _align(words, others, gap)
    else:
        yield gap


def _align(words: Words, others: Words, within: Stretch) -> Iterator[Stretch]:
    ours, theirs = words[within.start : within.end], others[within.other : within.other_end]
    for code in Indel.opcodes(ours, theirs):
        if code.tag != "equal":
            yield Stretch(
                start=within.start + code.src_start,
                end=within.start + code.src_end,
                other=within.other + code.dest_start,
                other_end=within.other + code.dest_end,
            )


def _find_anchors(words: Words, others: Words, within: Stretch) -> list[tuple[int, int]]:
    """The longest rising chain of places whose next words stand once in either stretch."""
    ours = _find_unique(words, within.start, within.end)
    theirs = _find_unique(others, within.other, within.other_end)
    pairs = sorted((place, theirs[run]) for run, place in ours.items() if run in theirs)
    tails: list[int] = []
    chains: list[tuple[int, int]] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        length = bisect_left(tails, other)
        tails[length : length + 1] = [other]
        chains[length : length + 1] = [(other, number)]
        before.append(chains[length - 1][1] if length else -1)
    chain = []
    number = chains[-1][1] if chains else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _find_unique(words: Words, start: int, end: int) -> dict[tuple[str, ...], int]:
    runs = [tuple(words[place : place + _ANCHOR]) for place in range(start, end - _ANCHOR + 1)]
    counts = Counter(runs)
    return {run: start + place for place, run in enumerate(runs) if counts[run] == 1}
