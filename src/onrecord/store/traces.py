"""Traces of the record's own quotations: which document quotes which."""

import sqlite3
from collections.abc import Iterable

import msgspec

from onrecord.model import Trace
from onrecord.store.bodies import decode_body
from onrecord.store.sources import get_hash

_LEADING = "id IN (SELECT p.trace FROM places p JOIN versions v ON v.id = p.version WHERE v.document = ?)"


def get_trace_id(trace: Trace) -> str:
    """An id that comes from the place of the quotation, so that tracing it again replaces the trace."""
    pieces = " ".join(f"{piece.start}-{piece.end}" for piece in trace.quotation.pieces)
    return f"t{get_hash(f'{trace.quotation.version} {pieces}'.encode())[:10]}"


def insert_traces(db: sqlite3.Connection, traces: Iterable[Trace]) -> None:
    """Store the traces of quotations that stand in documents of the record, in place of earlier ones."""
    for trace in traces:
        id_ = get_trace_id(trace)
        body = msgspec.json.encode(trace).decode()
        db.execute("DELETE FROM traces WHERE id = ?", (id_,))
        row = (id_, trace.quotation.version, trace.verdict, body)
        db.execute("INSERT INTO traces VALUES (?1, ?2, ?3, ?4, seal(?1, ?2, ?3, ?4))", row)
        db.executemany(
            "INSERT OR IGNORE INTO places (trace, version, start, end) VALUES (?, ?, ?, ?)",
            ((id_, passage.version, passage.span.start, passage.span.end) for passage in trace.passages),
        )


def find_traces(db: sqlite3.Connection, document: str) -> tuple[Trace, ...]:
    """The traces of the quotations in a document, in the order of its text."""
    rows = db.execute(
        "SELECT t.body FROM documents d JOIN versions v ON v.number = d.current JOIN traces t ON t.version = v.id "
        "WHERE d.id = ? ORDER BY json_extract(t.body, '$.quotation.pieces[0].start')",
        (document,),
    )
    return _decode(rows)


def find_quoting(db: sqlite3.Connection, document: str) -> tuple[Trace, ...]:
    """The traces that lead to a document: who quotes it, in the order of the places in its text."""
    rows = db.execute(
        "SELECT t.body FROM versions v JOIN places p ON p.version = v.id JOIN traces t ON t.id = p.trace "
        "WHERE v.document = ? AND t.verdict NOT IN ('absent', 'ambiguous') GROUP BY t.id ORDER BY min(p.start), t.id",
        (document,),
    )
    return _decode(rows)


def find_leading(db: sqlite3.Connection, document: str) -> tuple[Trace, ...]:
    """Every trace with a passage in any version of a document, whatever its verdict."""
    return _decode(db.execute(f"SELECT body FROM traces WHERE {_LEADING} ORDER BY id", (document,)))  # noqa: S608


def delete_leading(db: sqlite3.Connection, document: str) -> None:
    """Forget every trace with a passage in any version of a document."""
    db.execute(f"DELETE FROM traces WHERE {_LEADING}", (document,))  # noqa: S608 - constants only


def find_open_traces(db: sqlite3.Connection) -> tuple[Trace, ...]:
    """The traces that found no passage, or none in a transcript, or one in a version that no address yields any more.

    What is added later may hold the words, or no longer hold them.
    """
    return _decode(
        db.execute(
            "SELECT body FROM traces WHERE verdict IN ('absent', 'ambiguous') "
            "OR EXISTS (SELECT 1 FROM json_each(body, '$.flags') "
            "WHERE json_extract(value, '$.code') = 'reported-only') "
            "OR id IN (SELECT p.trace FROM places p JOIN versions v ON v.id = p.version "
            "WHERE v.number NOT IN (SELECT number FROM standing)) ORDER BY id"
        )
    )


def find_quoting_documents(db: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of the current documents that may quote others: every form but a transcript."""
    rows = db.execute(
        "SELECT d.id FROM documents d JOIN versions v ON v.number = d.current WHERE v.form != 'transcript' "
        "ORDER BY v.number"
    )
    return tuple(document for (document,) in rows)


def _decode(rows: Iterable[tuple[str]]) -> tuple[Trace, ...]:
    return tuple(decode_body(body, Trace) for (body,) in rows)
