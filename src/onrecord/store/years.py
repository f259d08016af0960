"""What the record holds of each year."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from onrecord.model import Scope, Year
from onrecord.store.catalogue import write_scope

_NONE: Mapping[int, int] = {}


def count_years(db: sqlite3.Connection, scope: Scope, places: Mapping[int, int] = _NONE) -> tuple[Year, ...]:
    """The years of which the record has documents in the scope, in order; `places` counts answers by row of `versions`.

    A document whose date may lie in two years is in none of them; `count_undated` counts those.
    """
    condition, given = write_scope(scope)
    rows = db.execute(
        "SELECT v.number, v.form, v.words, CAST(substr(v.earliest, 1, 4) AS INTEGER) FROM versions v "
        f"WHERE {condition} AND substr(v.earliest, 1, 4) = substr(v.latest, 1, 4)",
        given,
    )
    grouped: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for number, form, words, year in rows:
        grouped[year].append((number, form, words))
    return tuple(_make_year(year, grouped[year], places) for year in sorted(grouped))


def count_undated(db: sqlite3.Connection, scope: Scope) -> int:
    """How many documents in the scope have no date, or one that may lie in two years."""
    condition, given = write_scope(scope)
    (count,) = db.execute(
        f"SELECT count(*) FROM versions v WHERE {condition} "
        "AND (v.earliest IS NULL OR v.latest IS NULL OR substr(v.earliest, 1, 4) != substr(v.latest, 1, 4))",
        given,
    ).fetchone()
    return int(count)


def _make_year(year: int, rows: list[tuple[int, str, int]], places: Mapping[int, int]) -> Year:
    forms: dict[str, int] = defaultdict(int)
    for _, form, _ in rows:
        forms[form] += 1
    return Year(
        year=year,
        documents=len(rows),
        words=sum(words for _, _, words in rows),
        places=sum(places.get(number, 0) for number, _, _ in rows),
        forms=dict(forms),
    )
