"""Counts of what the record holds."""

import datetime as dt
import sqlite3
from pathlib import Path

from onrecord.errors import RecordDamaged
from onrecord.model import Searched, Status

_CURRENT = "FROM versions WHERE number IN (SELECT number FROM standing)"


def get_status(db: sqlite3.Connection, path: Path) -> Status:
    """The record at a glance."""
    documents, words, earliest, latest = _get_extent(db)
    return Status(
        path=str(path),
        schema=_get_int(db, "PRAGMA user_version"),
        sources=_get_int(db, "SELECT count(*) FROM sources"),
        bytes=_get_int(db, "SELECT coalesce(sum(size), 0) FROM sources"),
        addresses=_get_int(db, "SELECT count(*) FROM addresses"),
        documents=documents,
        versions=_get_int(db, "SELECT count(*) FROM versions"),
        words=words,
        people=_get_int(db, "SELECT count(*) FROM people"),
        segments=_get_int(db, "SELECT count(*) FROM segments"),
        unindexed=_get_int(db, "SELECT count(*) FROM versions WHERE segment IS NULL"),
        earliest=earliest,
        latest=latest,
        forms=_get_counts(db, f"SELECT form, count(*) {_CURRENT} GROUP BY 1 ORDER BY 2 DESC, 1"),
        speakers=_get_counts(
            db, f"SELECT speaker, count(*) {_CURRENT} AND speaker != '' GROUP BY 1 ORDER BY 2 DESC, 1"
        ),
        findings=_get_counts(db, "SELECT code, count(*) FROM findings GROUP BY 1 ORDER BY 1"),
    )


def get_searched(db: sqlite3.Connection) -> Searched:
    """What a search of the whole record covers."""
    documents, words, earliest, latest = _get_extent(db)
    return Searched(
        documents=documents,
        words=words,
        speakers=_get_int(db, f"SELECT count(DISTINCT speaker) {_CURRENT} AND speaker != ''"),
        unreadable=_get_int(
            db, "SELECT count(*) FROM findings WHERE level = 'problem' AND substr(code, 1, 5) = 'read-'"
        ),
        lossy=_get_int(db, f"SELECT count(*) {_CURRENT} AND completeness = 'lossy'"),
        earliest=earliest,
        latest=latest,
    )


def _get_extent(db: sqlite3.Connection) -> tuple[int, int, dt.date | None, dt.date | None]:
    documents, words, earliest, latest = db.execute(
        f"SELECT count(*), coalesce(sum(words), 0), min(earliest), max(latest) {_CURRENT}"
    ).fetchone()
    return documents, words, _parse_day(earliest), _parse_day(latest)


def _parse_day(text: str | None) -> dt.date | None:
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise RecordDamaged(reason=f"{text!r} is no date") from error


def _get_int(db: sqlite3.Connection, query: str) -> int:
    return int(db.execute(query).fetchone()[0])


def _get_counts(db: sqlite3.Connection, query: str) -> dict[str, int]:
    return {str(value): count for value, count in db.execute(query)}
