"""The versions of a document."""

import sqlite3

from onrecord.model import Version
from onrecord.store.bodies import parse_time


def find_versions(db: sqlite3.Connection, document: str) -> tuple[Version, ...]:
    """Every version of a document, oldest first."""
    rows = db.execute(
        "SELECT id, document, source, address, ordinal, added, words, number IN (SELECT number FROM standing) "
        "FROM versions WHERE document = ? ORDER BY ordinal",
        (document,),
    )
    return tuple(
        Version(
            id=id_,
            document=document,
            source=source,
            address=address,
            number=number,
            added=parse_time(added),
            words=words,
            current=bool(current),
        )
        for id_, document, source, address, number, added, words, current in rows
    )


def find_numbers(db: sqlite3.Connection, document: str) -> tuple[int, ...]:
    """The rows of every version of a document, oldest first."""
    rows = db.execute("SELECT number FROM versions WHERE document = ? ORDER BY ordinal", (document,))
    return tuple(number for (number,) in rows)


def find_numbers_at(db: sqlite3.Connection, address: str) -> tuple[int, ...]:
    """The rows of the last version of every document that the address ever yielded, in their order on the page.

    One for each part of the page: an item that was gone for a while goes on where it left off.
    """
    rows = db.execute(
        "SELECT json_extract(v.body, '$.part'), v.number FROM sightings s JOIN versions v ON v.source = s.source "
        "WHERE s.address = ? ORDER BY s.number, v.position",
        (address,),
    )
    return tuple(dict(rows.fetchall()).values())


def find_numbers_of_draft(db: sqlite3.Connection, source: str, *, address: str) -> frozenset[int]:
    """The rows of a draft that stands in the record: what was read from its bytes, and every version at its address."""
    rows = db.execute(
        "SELECT number FROM versions WHERE source = ?1 OR document IN "
        "(SELECT v.document FROM sightings s JOIN versions v ON v.source = s.source WHERE s.address = ?2)",
        (source, address),
    )
    return frozenset(number for (number,) in rows)


def find_own_numbers(db: sqlite3.Connection, version: str) -> frozenset[int]:
    """The rows that are no evidence for what a version quotes: every version of its document, and all of its bytes."""
    rows = db.execute(
        "SELECT v.number FROM versions own JOIN versions v ON v.document = own.document OR v.source = own.source "
        "WHERE own.id = ?",
        (version,),
    )
    return frozenset(number for (number,) in rows)
