"""Those whose words documents of the record are, and who quotes them."""

import datetime as dt
import sqlite3

import msgspec

from onrecord.model import Speaker, Trace


def find_speakers(db: sqlite3.Connection) -> tuple[Speaker, ...]:
    """Every speaker of a current document, who has the most documents first."""
    rows = db.execute(
        "SELECT speaker, count(*), sum(words), min(earliest), max(latest) FROM versions "
        "WHERE speaker != '' AND number IN (SELECT number FROM standing) GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    return tuple(
        Speaker(name=name, documents=documents, words=words, earliest=_parse_day(first), latest=_parse_day(last))
        for name, documents, words, first, last in rows
    )


def find_traces_to(db: sqlite3.Connection, speaker: str, *, limit: int) -> tuple[Trace, ...]:
    """Kept traces that lead to a document of a speaker: who quotes them."""
    rows = db.execute(
        "SELECT t.body FROM versions v JOIN places p ON p.version = v.id JOIN traces t ON t.id = p.trace "
        "WHERE v.speaker = ? AND t.verdict NOT IN ('absent', 'ambiguous') GROUP BY t.id "
        "ORDER BY min(v.number), min(p.start), t.id LIMIT ?",
        (speaker, limit),
    )
    return tuple(msgspec.json.decode(body, type=Trace) for (body,) in rows)


def find_traces_by(db: sqlite3.Connection, speaker: str, *, limit: int) -> tuple[Trace, ...]:
    """Kept traces of quotations that stand in documents of a speaker: whom they quote."""
    rows = db.execute(
        "SELECT t.body FROM versions v JOIN traces t ON t.version = v.id WHERE v.speaker = ? "
        "ORDER BY v.number, t.id LIMIT ?",
        (speaker, limit),
    )
    return tuple(msgspec.json.decode(body, type=Trace) for (body,) in rows)


def _parse_day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
