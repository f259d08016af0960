"""The arrays of a segment folder: their names, their kinds, how they are written and opened."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

# name: what one entry is
TABLES: dict[str, type[np.generic]] = {
    "words": np.uint32,  # code of every word, documents in order, a 0 after each
    "bounds": np.uint32,  # where each document starts in `words`, and the end
    "numbers": np.int64,  # the store's number of each document
    "checkpoints": np.uint32,  # offset in the text of every 32nd word of each document
    "checkpoint_bounds": np.uint32,
    "layers": np.uint32,  # start and end of every skipped span, documents in order
    "layer_bounds": np.uint32,
    "heads": np.uint8,  # the heads, one MessagePack object each
    "head_bounds": np.uint32,
    "keys": np.uint32,  # key of every three words, sorted
    "places": np.uint32,  # where in `words` they stand
    "vocabulary": np.uint32,  # every word's code, sorted
    "counts": np.uint32,  # how often it occurs
    "rare_bounds": np.uint32,  # where the places of each word start in `rare_places`; none for common words
    "rare_places": np.uint32,
}
CHECKPOINT = 32
_READ = 1 << 20


@contextmanager
def write_table(folder: Path, name: str) -> Iterator[BinaryIO]:
    """A file to which the entries of one table are appended; it is on the disk when the block ends."""
    with (folder / name).open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def put_table(folder: Path, name: str, entries: npt.ArrayLike) -> None:
    """Write one whole table."""
    with write_table(folder, name) as file:
        file.write(np.asarray(entries, dtype=TABLES[name]).tobytes())


def open_table(folder: Path, name: str) -> npt.NDArray[Any]:
    """One table, memory-mapped and read-only."""
    path = folder / name
    if path.stat().st_size == 0:
        return np.empty(0, dtype=TABLES[name])
    return np.memmap(path, dtype=TABLES[name], mode="r").view(np.ndarray)


def hash_tables(folder: Path) -> str:
    """The SHA-256, in hexadecimal, of all tables in the order of their names."""
    digest = hashlib.sha256()
    for name in sorted(TABLES):
        with (folder / name).open("rb") as file:
            while chunk := file.read(_READ):
                digest.update(chunk)
    return digest.hexdigest()
