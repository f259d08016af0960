"""Full-text search: phrases and words, each hit with its place."""

import sqlite3
from collections.abc import Iterator

from onrecord.model import Dating, Span
from onrecord.store.query import parse_query

ANY_DAY = Dating()
# Two characters that no text holds: the reader drops control characters.
OPEN, CLOSE = "\x02", "\x03"


def find_hits(
    db: sqlite3.Connection, query: str, *, within: Dating = ANY_DAY
) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """The row of each document that answers a query, best first, with the span of every hit in its text.

    Versions that no address yields any more are left out, and documents that cannot be of the days `within`. A document
    that has the words in its title only has no span. Raises BadQuery.
    """
    first, last = (day.isoformat() if day else None for day in (within.earliest, within.latest))
    rows = db.execute(
        "SELECT v.number, highlight(fulltext, 1, ?, ?) FROM fulltext JOIN versions v ON v.number = fulltext.rowid "
        "WHERE fulltext MATCH ? AND v.number IN (SELECT number FROM standing) "
        "AND (coalesce(v.latest, '9999') >= coalesce(?, '')) AND (coalesce(v.earliest, '') <= coalesce(?, '9999')) "
        "ORDER BY bm25(fulltext), v.number",
        (OPEN, CLOSE, parse_query(query).match, first, last),
    )
    for number, text in rows:
        yield number, find_marked(text)


def find_marked(text: str) -> tuple[Span, ...]:
    """The spans of the hits in a text that FTS5 has marked, in the text without the marks."""
    before, *marked = text.split(OPEN)
    spans, place = [], len(before)
    for part in marked:
        hit, _, after = part.partition(CLOSE)
        spans.append(Span(start=place, end=place + len(hit)))
        place += len(hit) + len(after)
    return tuple(spans)
