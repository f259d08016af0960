"""The versions of a document."""

import sqlite3

from onrecord.model import Version
from onrecord.store.bodies import parse_time


def find_versions(db: sqlite3.Connection, document: str) -> tuple[Version, ...]:
    """Every version of a document, oldest first."""
    rows = db.execute(
        "SELECT id, document, source, address, ordinal, added, words, source IN (SELECT source FROM addresses) "
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
    """The rows of the versions that the address yielded last, in their order on the page."""
    rows = db.execute(
        "SELECT v.number FROM addresses a JOIN versions v ON v.source = a.source WHERE a.address = ? "
        "ORDER BY v.position",
        (address,),
    )
    return tuple(number for (number,) in rows)
