"""The whole index of a record: its segments, opened together."""

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.trace.claim import PRIMARY
from onrecord.trace.grams import hash_grams
from onrecord.trace.heads import Head
from onrecord.trace.segment import Segment
from onrecord.trace.words import Codes


class Index:
    """The segments of a record; `hidden` are numbers that are no passages, `words` counts the words of the others."""

    def __init__(self, segments: Sequence[Segment], hidden: frozenset[int]) -> None:
        self.segments = tuple(segments)
        self.hidden = hidden
        self._unseen = [
            segment.stream[segment.bounds[row] : segment.bounds[row + 1] - 1]
            for segment in segments
            for row, number in enumerate(segment.numbers)
            if number in hidden
        ]
        self.words = sum(segment.words for segment in segments) - sum(map(len, self._unseen))

    def count_words(self, codes: Codes) -> npt.NDArray[np.int64]:
        """How often each word stands in the record; what is hidden would make its own words look common."""
        total = np.zeros(len(codes), dtype=np.int64)
        for segment in self.segments:
            if len(segment.vocabulary):
                rows = np.minimum(segment.vocabulary.searchsorted(codes), len(segment.vocabulary) - 1)
                total += np.where(segment.vocabulary[rows] == codes, segment.counts[rows], 0)
        return total - _count(codes, self._hidden_words)

    def count_hidden_grams(self, keys: Codes) -> npt.NDArray[np.int64]:
        """How often each three words stand in what is hidden."""
        return _count(keys, self._hidden_grams)

    @functools.cached_property
    def _hidden_words(self) -> Codes:
        return _sort(self._unseen)

    @functools.cached_property
    def _hidden_grams(self) -> Codes:
        return _sort([hash_grams(stream) for stream in self._unseen])

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
    def reports(self) -> frozenset[int]:
        """The numbers of the documents that are no record of the spoken words themselves."""
        return frozenset(head.number for head in self.heads if head.form not in PRIMARY)

    @functools.cached_property
    def heads_by_speaker(self) -> dict[str, tuple[Head, ...]]:
        """The heads of each speaker's documents."""
        grouped: dict[str, list[Head]] = {}
        for head in self.heads:
            grouped.setdefault(head.speaker, []).append(head)
        return {speaker: tuple(heads) for speaker, heads in grouped.items()}


def _sort(parts: Sequence[Codes]) -> Codes:
    return np.sort(np.concatenate([np.empty(0, dtype=np.uint32), *parts]))


def _count(wanted: Codes, ordered: Codes) -> npt.NDArray[np.int64]:
    """How often each of the wanted stands among the ordered."""
    if not len(ordered):
        return np.zeros(len(wanted), dtype=np.int64)
    return (ordered.searchsorted(wanted, "right") - ordered.searchsorted(wanted)).astype(np.int64)


def open_index(folders: Sequence[Path], *, hidden: frozenset[int] = frozenset()) -> Index:
    """The index that these segment folders hold, memory-mapped; `hidden` are numbers superseded or removed."""
    return Index([Segment(folder) for folder in folders], hidden)
