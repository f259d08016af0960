"""Documents as cards, and counts of them, within a scope."""

import datetime as dt
import sqlite3
from collections.abc import Iterable
from typing import Literal

import msgspec

from onrecord.model import Card, Dating, Facet, Facets, Scope

Order = Literal["added", "oldest", "newest"]

_COLUMNS = "v.document, v.id, v.form, v.title, v.speaker, v.earliest, v.latest, v.completeness, v.words"
_CURRENT = "v.number IN (SELECT number FROM standing)"
# Documents of an unknown date stand last, whichever way the others go.
_ORDERS: dict[Order, str] = {
    "added": "v.number",
    "oldest": "v.earliest IS NULL, v.earliest, v.latest, v.number",
    "newest": "v.earliest IS NULL, v.latest DESC, v.earliest DESC, v.number DESC",
}
_SURELY = ("v.earliest >= :since", "v.latest <= :until")
_POSSIBLY = ("coalesce(v.latest, :since) >= :since", "coalesce(v.earliest, :until) <= :until")


def write_scope(scope: Scope) -> tuple[str, dict[str, str]]:
    """The condition on `versions v` that a scope means, current versions only, and its parameters."""
    since, until = _SURELY if scope.surely else _POSSIBLY
    conditions = {"speaker": "v.speaker = :speaker", "form": "v.form = :form", "since": since, "until": until}
    given = {name: str(value) for name in conditions if (value := getattr(scope, name))}
    return " AND ".join((_CURRENT, *(conditions[name] for name in given))), given


def count_cards(db: sqlite3.Connection, scope: Scope) -> int:
    """How many documents are in the scope."""
    condition, given = write_scope(scope)
    (count,) = db.execute(f"SELECT count(*) FROM versions v WHERE {condition}", given).fetchone()
    return int(count)


def find_cards(
    db: sqlite3.Connection, scope: Scope, *, order: Order = "added", offset: int = 0, limit: int = 50
) -> tuple[Card, ...]:
    """The documents in the scope, `limit` of them from the one with the number `offset` on."""
    condition, given = write_scope(scope)
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM versions v WHERE {condition} ORDER BY {_ORDERS[order]} LIMIT :limit OFFSET :offset",
        {**given, "limit": limit, "offset": offset},
    )
    return tuple(map(_get_card, rows))


def find_latest_cards(db: sqlite3.Connection, limit: int) -> tuple[Card, ...]:
    """The documents that were added last, the last one first."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM versions v WHERE {_CURRENT} ORDER BY v.number DESC LIMIT ?", (limit,))
    return tuple(map(_get_card, rows))


def find_cards_numbered(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Card]:
    """The cards of these rows of `versions`."""
    rows = db.execute(
        f"SELECT v.number, {_COLUMNS} FROM versions v WHERE v.number IN (SELECT value FROM json_each(?))",
        (_list(numbers),),
    )
    return {number: _get_card(row) for number, *row in rows}


def sort_numbers(db: sqlite3.Connection, numbers: Iterable[int], order: Order) -> tuple[int, ...]:
    """The same rows in another order."""
    rows = db.execute(
        f"SELECT v.number FROM versions v WHERE v.number IN (SELECT value FROM json_each(?)) ORDER BY {_ORDERS[order]}",
        (_list(numbers),),
    )
    return tuple(number for (number,) in rows)


def count_facets(db: sqlite3.Connection, numbers: Iterable[int]) -> Facets:
    """The speakers and the forms of these rows of `versions`."""
    listed = _list(numbers)
    return Facets(speakers=_count(db, "speaker", listed), forms=_count(db, "form", listed))


def _count(db: sqlite3.Connection, column: Literal["speaker", "form"], listed: str) -> tuple[Facet, ...]:
    rows = db.execute(
        f"SELECT {column}, count(*) FROM versions WHERE number IN (SELECT value FROM json_each(?)) "
        f"AND {column} != '' GROUP BY 1 ORDER BY 2 DESC, 1",
        (listed,),
    )
    return tuple(Facet(name=name, count=count) for name, count in rows)


def _list(numbers: Iterable[int]) -> str:
    return msgspec.json.encode(tuple(numbers)).decode()


def _get_card(row: Iterable[str | int | None]) -> Card:
    document, version, form, title, speaker, earliest, latest, completeness, words = row
    first, last = (dt.date.fromisoformat(str(day)) if day else None for day in (earliest, latest))
    fields = {
        "document": document,
        "version": version,
        "form": form,
        "title": title,
        "speaker": speaker,
        "date": Dating.between(first, last),
        "completeness": completeness,
        "words": words,
    }
    return msgspec.convert(fields, Card)
