"""Which bytes stand at which address."""

import datetime as dt
import sqlite3

from onrecord.model import Source


def find_source(db: sqlite3.Connection, address: str) -> str:
    """The hash of the bytes that the address yielded last, empty where it is unknown."""
    row = db.execute("SELECT source FROM addresses WHERE address = ?", (address,)).fetchone()
    return "" if row is None else str(row[0])


def has_source(db: sqlite3.Connection, sha256: str) -> bool:
    """Whether the record holds these bytes."""
    return db.execute("SELECT 1 FROM sources WHERE sha256 = ?", (sha256,)).fetchone() is not None


def insert_sighting(db: sqlite3.Connection, source: Source, *, address: str, added: dt.datetime) -> None:
    """Note that the address yields these bytes from now on."""
    db.execute(
        "INSERT OR IGNORE INTO sources (sha256, media_type, size, seal) VALUES (?1, ?2, ?3, seal(?1, ?2, ?3))",
        (source.sha256, source.media_type, source.size),
    )
    (number,) = db.execute("SELECT 1 + coalesce(max(number), 0) FROM sightings").fetchone()
    db.execute(
        "INSERT INTO sightings (number, address, source, added, seal) VALUES (?1, ?2, ?3, ?4, seal(?1, ?2, ?3, ?4))",
        (number, address, source.sha256, added.isoformat()),
    )
    db.execute("INSERT OR REPLACE INTO addresses (address, source) VALUES (?, ?)", (address, source.sha256))


def find_addresses(db: sqlite3.Connection, source: str) -> tuple[str, ...]:
    """Every address at which these bytes were found, in the order of their adding."""
    rows = db.execute("SELECT address FROM sightings WHERE source = ? GROUP BY address ORDER BY min(number)", (source,))
    return tuple(address for (address,) in rows)
