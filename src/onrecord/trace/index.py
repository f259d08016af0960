"""The whole index of a record: its segments, opened together."""

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.trace.heads import Head
from onrecord.trace.segment import Segment
from onrecord.trace.words import Codes


class Index:
    """The segments of a record; `words` counts the words of all, `hidden` are numbers that are no passages."""

    def __init__(self, segments: Sequence[Segment], hidden: frozenset[int]) -> None:
        self.segments = tuple(segments)
        self.hidden = hidden
        self.words = sum(segment.words for segment in segments)

    def count_words(self, codes: Codes) -> npt.NDArray[np.int64]:
        """How often each word stands in the record."""
        total = np.zeros(len(codes), dtype=np.int64)
        for segment in self.segments:
            if len(segment.vocabulary):
                rows = np.minimum(segment.vocabulary.searchsorted(codes), len(segment.vocabulary) - 1)
                total += np.where(segment.vocabulary[rows] == codes, segment.counts[rows], 0)
        return total

    @functools.cached_property
    def heads(self) -> tuple[Head, ...]:
        """The head of every document that is not hidden."""
        return tuple(
            segment.get_head(row)
            for segment in self.segments
            for row, number in enumerate(segment.numbers)
            if number not in self.hidden
        )

    @functools.cached_property
    def heads_by_speaker(self) -> dict[str, tuple[Head, ...]]:
        """The heads of each speaker's documents."""
        grouped: dict[str, list[Head]] = {}
        for head in self.heads:
            grouped.setdefault(head.speaker, []).append(head)
        return {speaker: tuple(heads) for speaker, heads in grouped.items()}


def open_index(folders: Sequence[Path], *, hidden: frozenset[int] = frozenset()) -> Index:
    """The index that these segment folders hold, memory-mapped; `hidden` are numbers superseded or removed."""
    return Index([Segment(folder) for folder in folders], hidden)
