"""The manifest of the derived index: which segment covers which documents."""

import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from onrecord.model import Document
from onrecord.store.documents import get_document
from onrecord.store.transaction import writing

# A segment is built in memory; 4 million words keep that below half a gigabyte.
WORDS_A_SEGMENT = 4_000_000
# Every segment costs each search a little; when there are more than this, the small ones are built into one.
MOST_SEGMENTS = 8

# Writes one segment folder of (number, document) pairs and returns its hash and its number of words.
BuildSegment = Callable[[Path, Iterable[tuple[int, Document]]], tuple[str, int]]


def find_segments(db: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the segments, oldest first."""
    return tuple(name for (name,) in db.execute("SELECT name FROM segments ORDER BY rowid"))


def find_hashes(db: sqlite3.Connection) -> dict[str, str]:
    """The name of each segment → the hash of its files."""
    return dict(db.execute("SELECT name, sha256 FROM segments"))


def count_unindexed(db: sqlite3.Connection) -> int:
    """How many versions no segment covers yet."""
    (count,) = db.execute("SELECT count(*) FROM versions WHERE segment IS NULL").fetchone()
    return int(count)


def count_covered(db: sqlite3.Connection, names: Iterable[str]) -> int:
    """How many versions these segments cover."""
    query = "SELECT count(*) FROM versions WHERE segment = ?"
    return sum(int(db.execute(query, (name,)).fetchone()[0]) for name in names)


def index_documents(db: sqlite3.Connection, folder: Path, build: BuildSegment) -> None:
    """Cover every version with a segment; call it inside a transaction."""
    if len(find_segments(db)) >= MOST_SEGMENTS:
        _drop_small_segments(db)
    for numbers in _find_batches(db):
        name = build_name()
        sha256, words = build(folder / name, ((number, get_document(db, number)) for number in numbers))
        db.execute("INSERT INTO segments VALUES (?, ?, ?, ?)", (name, len(numbers), words, sha256))
        db.executemany("UPDATE versions SET segment = ? WHERE number = ?", ((name, number) for number in numbers))


def build_name() -> str:
    """A name that no segment has had."""
    return f"segment-{secrets.token_hex(6)}"


def replace_segments(db: sqlite3.Connection, name: str, *, documents: int, words: int, sha256: str) -> None:
    """Let one segment stand for all of them; call it inside a transaction."""
    drop_segments(db, find_segments(db))
    db.execute("INSERT INTO segments VALUES (?, ?, ?, ?)", (name, documents, words, sha256))
    db.execute("UPDATE versions SET segment = ?", (name,))


def find_segments_of(db: sqlite3.Connection, document: str) -> tuple[str, ...]:
    """The names of the segments that hold a version of a document."""
    rows = db.execute(
        "SELECT DISTINCT segment FROM versions WHERE document = ? AND segment IS NOT NULL ORDER BY segment", (document,)
    )
    return tuple(name for (name,) in rows)


def drop_segments(db: sqlite3.Connection, names: Iterable[str]) -> None:
    """Forget segments; their documents count as not indexed. Call it inside a transaction."""
    db.executemany("DELETE FROM segments WHERE name = ?", ((name,) for name in names))


def remove_unused(db: sqlite3.Connection, folder: Path) -> None:
    """Delete the folders that the manifest does not name, such as those of an interrupted build.

    Whoever builds a segment holds the write lock, so that no folder is taken from under it.
    """
    with writing(db):
        known = set(find_segments(db))
        for path in folder.iterdir():
            if path.name not in known:
                shutil.rmtree(path, ignore_errors=True)


def _drop_small_segments(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT name FROM segments WHERE words < ?", (WORDS_A_SEGMENT // 2,)).fetchall()
    drop_segments(db, (name for (name,) in rows))


def _find_batches(db: sqlite3.Connection) -> Iterator[list[int]]:
    rows = db.execute("SELECT number, words FROM versions WHERE segment IS NULL ORDER BY number").fetchall()
    batch: list[int] = []
    total = 0
    for number, words in rows:
        if batch and total + words > WORDS_A_SEGMENT:
            yield batch
            batch, total = [], 0
        batch.append(number)
        total += words
    if batch:
        yield batch
