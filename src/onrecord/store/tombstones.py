"""What was removed, and what is left of it."""

import sqlite3
from pathlib import Path

from onrecord.errors import Removed
from onrecord.model import Tombstone
from onrecord.store.bodies import parse_time
from onrecord.store.documents import drop_words
from onrecord.store.numbers import retire_numbers
from onrecord.store.sources import get_path
from onrecord.store.traces import delete_leading
from onrecord.store.versions import find_numbers, find_versions

_SELECT = "SELECT document, title, removed, because FROM tombstones"


def find_tombstones(db: sqlite3.Connection) -> tuple[Tombstone, ...]:
    """Every tombstone, oldest first."""
    return tuple(_build(db, *row) for row in db.execute(f"{_SELECT} ORDER BY removed, document"))


def find_tombstone(db: sqlite3.Connection, given: str) -> Tombstone | None:
    """The tombstone of a document or a version with this id."""
    row = db.execute(
        f"{_SELECT} WHERE document = ?1 OR document = "  # noqa: S608 - constants only
        "(SELECT document FROM removed_versions WHERE id = ?1)",
        (given,),
    ).fetchone()
    return None if row is None else _build(db, *row)


def find_tombstone_of_source(db: sqlite3.Connection, sha256: str) -> Tombstone | None:
    """The tombstone of what was read from these bytes, where the record holds them no more."""
    row = db.execute(
        f"{_SELECT} WHERE document IN "  # noqa: S608 - constants only
        "(SELECT document FROM removed_versions WHERE source = ?1) "
        "AND NOT EXISTS (SELECT 1 FROM sources WHERE sha256 = ?1)",
        (sha256,),
    ).fetchone()
    return None if row is None else _build(db, *row)


def find_tombstones_at(db: sqlite3.Connection, address: str) -> tuple[Tombstone, ...]:
    """The tombstones of what was found at an address."""
    rows = db.execute(
        f"{_SELECT} WHERE document IN (SELECT document FROM removed_versions WHERE address = ?)",  # noqa: S608
        (address,),
    ).fetchall()
    return tuple(_build(db, *row) for row in rows)


def check_removed(db: sqlite3.Connection, given: str) -> None:
    """Raise Removed where the id is that of a document or a version that was removed."""
    tombstone = find_tombstone(db, given)
    if tombstone is not None:
        raise Removed(given, title=tombstone.title, removed=tombstone.removed, because=tombstone.because)


def bury_document(db: sqlite3.Connection, tombstone: Tombstone) -> tuple[str, ...]:
    """Put a tombstone in the place of a document; returns the hashes of the bytes that nothing uses any more.

    Call it inside a transaction, and delete the bytes after it.
    """
    removed = tombstone.removed.isoformat()
    db.execute(
        "INSERT INTO tombstones (document, title, removed, because, seal) "
        "VALUES (?1, ?2, ?3, ?4, seal(?1, ?2, ?3, ?4))",
        (tombstone.document, tombstone.title, removed, tombstone.because),
    )
    for version in find_versions(db, tombstone.document):
        db.execute(
            "INSERT INTO removed_versions (id, document, source, address, seal) "
            "VALUES (?1, ?2, ?3, ?4, seal(?1, ?2, ?3, ?4))",
            (version.id, version.document, version.source, version.address),
        )
    _delete_versions(db, tombstone.document)
    db.execute("DELETE FROM findings WHERE document = ?1 OR instr(message, ?1)", (tombstone.document,))
    return _delete_sources(db, tombstone.document)


def delete_files(folder: Path, hashes: tuple[str, ...]) -> None:
    """Delete the bytes with these hashes."""
    for sha256 in hashes:
        get_path(folder, sha256).unlink(missing_ok=True)


def _delete_versions(db: sqlite3.Connection, document: str) -> None:
    db.execute("PRAGMA defer_foreign_keys = ON")
    # A trace holds the words of its passages; those of the document itself go with its versions.
    delete_leading(db, document)
    numbers = find_numbers(db, document)
    for number in numbers:
        drop_words(db, number)
    db.execute("DELETE FROM documents WHERE id = ?", (document,))
    db.execute("DELETE FROM versions WHERE document = ?", (document,))
    # What was deleted from the full-text index stays in it until its parts are merged.
    db.execute("INSERT INTO fulltext (fulltext) VALUES ('optimize')")
    retire_numbers(db, numbers)


def _delete_sources(db: sqlite3.Connection, document: str) -> tuple[str, ...]:
    rows = db.execute(
        "SELECT DISTINCT source FROM removed_versions WHERE document = ? "
        "AND source NOT IN (SELECT source FROM versions)",
        (document,),
    )
    unused = tuple(source for (source,) in rows)
    for table, column in (("addresses", "source"), ("sightings", "source"), ("sources", "sha256")):
        db.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((source,) for source in unused))  # noqa: S608
    return unused


def _build(db: sqlite3.Connection, document: str, title: str, removed: str, because: str) -> Tombstone:
    rows = db.execute(
        "SELECT id, address FROM removed_versions WHERE document = ? ORDER BY rowid", (document,)
    ).fetchall()
    return Tombstone(
        document=document,
        title=title,
        removed=parse_time(removed),
        because=because,
        versions=tuple(id_ for id_, _ in rows),
        addresses=tuple(dict.fromkeys(address for _, address in rows)),
    )
