"""What answers a search: documents within a scope, and the places in them."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.model import Scope, Span
from onrecord.store.catalogue import write_scope
from onrecord.store.search import CLOSE, OPEN, find_marked


def find_numbers(db: sqlite3.Connection, match: str, scope: Scope) -> tuple[int, ...]:
    """The rows of `versions` that answer a query in the syntax of FTS5, best first."""
    condition, given = write_scope(scope)
    rows = db.execute(
        "SELECT v.number FROM fulltext JOIN versions v ON v.number = fulltext.rowid "
        f"WHERE fulltext MATCH :match AND {condition} ORDER BY bm25(fulltext), v.number",
        {**given, "match": match},
    )
    return tuple(number for (number,) in rows)


def find_places(
    db: sqlite3.Connection, match: str, numbers: Iterable[int]
) -> Iterator[tuple[int, str, tuple[Span, ...]]]:
    """The text of each of these rows with the span of every place that answers the query, in no order of the rows."""
    rows = db.execute(
        "SELECT rowid, highlight(fulltext, 1, ?, ?) FROM fulltext WHERE fulltext MATCH ? "
        "AND rowid IN (SELECT value FROM json_each(?))",
        (OPEN, CLOSE, match, msgspec.json.encode(tuple(numbers)).decode()),
    )
    for number, text in rows.fetchall():
        yield number, text.replace(OPEN, "").replace(CLOSE, ""), find_marked(text)


def count_places(db: sqlite3.Connection, match: str, numbers: Iterable[int]) -> dict[int, int]:
    """The number of places in each of these rows."""
    wanted = frozenset(numbers)
    rows = db.execute("SELECT rowid, highlight(fulltext, 1, ?, '') FROM fulltext WHERE fulltext MATCH ?", (OPEN, match))
    return {number: text.count(OPEN) for number, text in rows if number in wanted}
