"""One immutable folder of the index: the words of a batch of documents and where they stand."""

import functools
from bisect import bisect_right
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from onrecord.model import Span
from onrecord.trace.heads import Head
from onrecord.trace.layers import blank_layers
from onrecord.trace.tables import CHECKPOINT, TABLES, open_table
from onrecord.trace.words import Codes, Words, find_words

_DECODER = msgspec.msgpack.Decoder(Head)


class SegmentInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What the store's manifest needs to know of a segment; `sha256` is that of its files, in the order of names."""

    documents: int
    words: int
    sha256: str
    files: tuple[str, ...] = tuple(sorted(TABLES))


class Segment:
    """The tables of one folder, memory-mapped. Rows count the documents of this segment from 0."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stream: Codes = open_table(folder, "words")
        self.keys: Codes = open_table(folder, "keys")
        self.places: npt.NDArray[np.uint32] = open_table(folder, "places")
        self.vocabulary: Codes = open_table(folder, "vocabulary")
        self.counts: npt.NDArray[np.uint32] = open_table(folder, "counts")
        self.rare_bounds: npt.NDArray[np.uint32] = open_table(folder, "rare_bounds")
        self.rare_places: npt.NDArray[np.uint32] = open_table(folder, "rare_places")
        self.bound_array: npt.NDArray[np.int64] = open_table(folder, "bounds").astype(np.int64)
        self.numbers: list[int] = open_table(folder, "numbers").tolist()
        self.bounds: list[int] = self.bound_array.tolist()
        self.words = len(self.stream) - len(self.numbers)

    @functools.cached_property
    def _checkpoints(self) -> tuple[npt.NDArray[np.uint32], list[int]]:
        return open_table(self.folder, "checkpoints"), open_table(self.folder, "checkpoint_bounds").tolist()

    @functools.cached_property
    def _layers(self) -> tuple[npt.NDArray[np.uint32], list[int]]:
        return open_table(self.folder, "layers"), open_table(self.folder, "layer_bounds").tolist()

    @functools.cached_property
    def _heads(self) -> tuple[npt.NDArray[np.uint8], list[int]]:
        return open_table(self.folder, "heads"), open_table(self.folder, "head_bounds").tolist()

    def get_head(self, row: int) -> Head:
        """The head of one document."""
        blob, bounds = self._heads
        return _DECODER.decode(blob[bounds[row] : bounds[row + 1]].tobytes())

    def find_row(self, place: int) -> int:
        """The document in which a place of the stream lies."""
        return bisect_right(self.bounds, place) - 1

    def get_layers(self, row: int) -> tuple[Span, ...]:
        """The spans of one document that the index skips."""
        flat, bounds = self._layers
        pairs = flat[2 * bounds[row] : 2 * bounds[row + 1]].reshape(-1, 2).tolist()
        return tuple(Span(start=start, end=end) for start, end in pairs)

    def read_words(self, row: int, text: str, first: int, last: int) -> Words:
        """The words `first` to `last` (not included) of one document, found again in its text."""
        table, bounds = self._checkpoints
        length = self.bounds[row + 1] - self.bounds[row] - 1
        first, last = max(0, first), min(last, length)
        if first >= last:
            return Words(forms=(), starts=(), ends=())
        base, until = first // CHECKPOINT, -(-last // CHECKPOINT)
        start = int(table[bounds[row] + base])
        stop = int(table[bounds[row] + until]) if bounds[row] + until < bounds[row + 1] else len(text)
        found = find_words(blank_layers(text[start:stop], self.get_layers(row), offset=start))
        skip, end = first - base * CHECKPOINT, last - base * CHECKPOINT
        return Words(
            forms=found.forms[skip:end],
            starts=tuple([offset + start for offset in found.starts[skip:end]]),
            ends=tuple([offset + start for offset in found.ends[skip:end]]),
        )
