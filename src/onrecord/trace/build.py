"""Segments: built from documents, merged from segments."""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Self

import msgspec
import numpy as np

from onrecord.model import Document
from onrecord.trace.heads import to_head
from onrecord.trace.layers import blank_layers, find_layers
from onrecord.trace.postings import write_postings
from onrecord.trace.segment import SegmentInfo
from onrecord.trace.tables import CHECKPOINT, TABLES, hash_tables, open_table, put_table, write_table
from onrecord.trace.words import Codes, encode_word, find_words

_END = np.zeros(1, dtype=np.uint32).tobytes()
# Tables of which each document has its own stretch: the table of stretches, the table of their bounds, entries a step.
_STRETCHES = (
    ("words", "bounds", 1),
    ("checkpoints", "checkpoint_bounds", 1),
    ("layers", "layer_bounds", 2),
    ("heads", "head_bounds", 1),
)


def build_segment(folder: Path, documents: Iterable[tuple[int, Document]]) -> SegmentInfo:
    """Write a segment of the numbered documents; the folder is there, whole, when this returns."""
    with _new_folder(folder) as temporary:
        with _Writer(temporary) as writer:
            codes = _Coder()
            for number, document in documents:
                _put_document(writer, codes, number, document)
        write_postings(temporary)
        return _describe(temporary)


def merge_segments(folder: Path, folders: Sequence[Path], *, hidden: frozenset[int] = frozenset()) -> SegmentInfo:
    """Write one segment that holds every document of several, but for the hidden numbers."""
    with _new_folder(folder) as temporary:
        with _Writer(temporary) as writer:
            for part in folders:
                _copy_segment(writer, part, hidden)
        write_postings(temporary)
        return _describe(temporary)


class _Coder(dict[str, int]):
    """The codes of the forms met so far: most words were met before."""

    def __missing__(self, form: str) -> int:
        code = self[form] = encode_word(form)
        return code


class _Writer:
    """The tables that grow with each document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._files: dict[str, BinaryIO] = {}
        self._numbers: list[int] = []
        self._bounds: dict[str, list[int]] = {bounds: [0] for _, bounds, _ in _STRETCHES}

    def __enter__(self) -> Self:
        for table, _, _ in _STRETCHES:
            self._files[table] = self._stack.enter_context(write_table(self._folder, table))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        put_table(self._folder, "numbers", self._numbers)
        for name, bounds in self._bounds.items():
            put_table(self._folder, name, bounds)

    def put(self, number: int, stretches: dict[str, bytes]) -> None:
        """Append one document's stretch of every table."""
        self._numbers.append(number)
        for table, bounds, step in _STRETCHES:
            self._files[table].write(stretches[table])
            size = len(stretches[table]) // (np.dtype(TABLES[table]).itemsize * step)
            self._bounds[bounds].append(self._bounds[bounds][-1] + size)


def _put_document(writer: _Writer, coder: _Coder, number: int, document: Document) -> None:
    layers = find_layers(document)
    words = find_words(blank_layers(document.text, layers))
    codes: Codes = np.array([coder[form] for form in words.forms], dtype=np.uint32)
    flat = [offset for span in layers for offset in (span.start, span.end)]
    writer.put(
        number,
        {
            "words": codes.tobytes() + _END,
            "checkpoints": np.array(words.starts[::CHECKPOINT], dtype=np.uint32).tobytes(),
            "layers": np.array(flat, dtype=np.uint32).tobytes(),
            "heads": msgspec.msgpack.encode(to_head(number, document)),
        },
    )


def _copy_segment(writer: _Writer, folder: Path, hidden: frozenset[int]) -> None:
    tables = {name: open_table(folder, name) for pair in _STRETCHES for name in pair[:2]}
    for row, number in enumerate(open_table(folder, "numbers").tolist()):
        if number in hidden:
            continue
        stretches = {}
        for table, bounds, step in _STRETCHES:
            start, end = int(tables[bounds][row]) * step, int(tables[bounds][row + 1]) * step
            stretches[table] = tables[table][start:end].tobytes()
        writer.put(number, stretches)


def _describe(folder: Path) -> SegmentInfo:
    documents = len(open_table(folder, "numbers"))
    words = len(open_table(folder, "words")) - documents
    return SegmentInfo(documents=documents, words=words, sha256=hash_tables(folder))


@contextmanager
def _new_folder(folder: Path) -> Iterator[Path]:
    # Written beside its place and renamed, so that a crash leaves no half segment under the name.
    temporary = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    try:
        yield temporary
        _sync(temporary)
        temporary.rename(folder)
        _sync(folder.parent)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
