"""Differences that change no word."""

from collections.abc import Sequence

from onrecord.trace.placement import Placement
from onrecord.trace.quoted import Quoted
from onrecord.trace.source import Source


def count_typography(quoted: Quoted, parts: Sequence[Placement], sources: Sequence[Source]) -> int:
    """How many agreeing words differ in case or signs, and how many gaps between them in signs (spacing aside)."""
    count = 0
    words = quoted.words
    for part, source in zip(parts, sources, strict=True):
        before = (-2, -2)
        for word, place in part.pairs:
            where = place - source.first
            ours = quoted.text[words.starts[word] : words.ends[word]]
            theirs = source.text[source.words.starts[where] : source.words.ends[where]]
            count += ours != theirs
            if before == (word - 1, where - 1):
                gap = quoted.text[words.ends[word - 1] : words.starts[word]]
                other = source.text[source.words.ends[where - 1] : source.words.starts[where]]
                count += gap != other and gap.split() != other.split()
            before = (word, where)
    return count
