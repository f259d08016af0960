"""Full-text search: phrases and words, each hit with its place."""

import re
import sqlite3
from collections.abc import Iterator

from onrecord.errors import BadQuery
from onrecord.model import Dating, Span

ANY_DAY = Dating()

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"\w")
# Two characters that no text holds: the reader drops control characters.
_OPEN, _CLOSE = "\x02", "\x03"
_TYPOGRAPHIC_MARKS = str.maketrans("“”„«»", '"""""')


def parse_query(query: str) -> str:
    """The query in the syntax of FTS5: words and "phrases", all of which must stand in a document; `word*` is a prefix.

    Raises BadQuery.
    """
    plain = query.translate(_TYPOGRAPHIC_MARKS)
    if plain.count('"') % 2:
        raise BadQuery(query, reason="a phrase is opened and not closed")
    terms = [phrase or word for phrase, word in _TERM.findall(plain)]
    terms = [term for term in terms if _WORD.search(term)]
    if not terms:
        raise BadQuery(query, reason="it has no words")
    return " ".join(f'"{term.rstrip("*")}"{"*" if term.endswith("*") else ""}' for term in terms)


def find_hits(
    db: sqlite3.Connection, query: str, *, within: Dating = ANY_DAY
) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """The row of each document that has all the terms, best first, with the span of every hit in its text.

    Versions that no address yields any more are left out, and documents that cannot be of the days `within`. A document
    that has the words in its title only has no span.
    """
    first, last = (day.isoformat() if day else None for day in (within.earliest, within.latest))
    rows = db.execute(
        "SELECT v.number, highlight(fulltext, 1, ?, ?) FROM fulltext JOIN versions v ON v.number = fulltext.rowid "
        "WHERE fulltext MATCH ? AND v.source IN (SELECT source FROM addresses) "
        "AND (coalesce(v.latest, '9999') >= coalesce(?, '')) AND (coalesce(v.earliest, '') <= coalesce(?, '9999')) "
        "ORDER BY bm25(fulltext), v.number",
        (_OPEN, _CLOSE, parse_query(query), first, last),
    )
    for number, text in rows:
        yield number, _find_marked(text)


def _find_marked(text: str) -> tuple[Span, ...]:
    spans, start = [], 0
    for removed, match in enumerate(re.finditer(f"[{_OPEN}{_CLOSE}]", text)):
        place = match.start() - removed
        if match.group() == _OPEN:
            start = place
        else:
            spans.append(Span(start=start, end=place))
    return tuple(spans)
