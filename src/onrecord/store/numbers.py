"""The numbers of versions: each is used once, so that an old segment of the index never comes to mean another text."""

import sqlite3
from collections.abc import Iterable


def claim_number(db: sqlite3.Connection) -> int:
    """A number that no version has or had; call it inside a transaction."""
    (number,) = db.execute(
        "SELECT 1 + coalesce(max(number), 0) FROM "
        "(SELECT max(number) AS number FROM versions UNION ALL SELECT max(number) FROM retired)"
    ).fetchone()
    return int(number)


def retire_numbers(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Note that these numbers name no version any more."""
    db.executemany("INSERT OR IGNORE INTO retired (number) VALUES (?)", ((number,) for number in numbers))


def find_hidden(db: sqlite3.Connection) -> frozenset[int]:
    """The numbers that are no passages: versions that a newer one has replaced, and numbers that were retired."""
    rows = db.execute(
        "SELECT number FROM versions WHERE number NOT IN (SELECT number FROM standing) "
        "UNION ALL SELECT number FROM retired"
    )
    return frozenset(number for (number,) in rows)


def find_retired(db: sqlite3.Connection) -> frozenset[int]:
    """The numbers that were retired."""
    return frozenset(number for (number,) in db.execute("SELECT number FROM retired"))
