"""Whether the record still is what was put into it."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from onrecord.model import Document, Finding, Span, Where
from onrecord.store.documents import get_digest
from onrecord.store.sources import get_hash, get_path

NOWHERE = Where()


def check_database(db: sqlite3.Connection) -> Iterator[Finding]:
    """Findings of SQLite's own checks: pages, foreign keys, the full-text index."""
    for (message,) in db.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield _problem("verify-database", f"the database is damaged: {message}")
    for table, row, *_ in db.execute("PRAGMA foreign_key_check"):
        yield _problem("verify-database", f"row {row} of the table {table} points to nothing")
    try:
        db.execute("INSERT INTO fulltext (fulltext, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield _problem("verify-search", f"the full-text index does not fit the texts: {error}")


def check_sources(db: sqlite3.Connection, folder: Path) -> Iterator[Finding]:
    """A finding for each source whose bytes are gone or changed; yields as it goes, one source at a time."""
    for sha256, address in db.execute(
        "SELECT sha256, coalesce((SELECT address FROM sightings WHERE source = sha256 LIMIT 1), '') FROM sources"
    ):
        where = Where(address=address)
        path = get_path(folder, sha256)
        if not path.exists():
            yield _problem("verify-source-missing", f"the bytes {sha256} are gone", where)
        elif get_hash(path.read_bytes()) != sha256:
            yield _problem("verify-source-changed", f"the bytes in {path} are no longer those of their name", where)


def check_documents(db: sqlite3.Connection) -> Iterator[Finding]:
    """A finding for each stored document that has changed, or that holds a span which does not fit its text."""
    for number, text, body, digest, document in db.execute("SELECT number, text, body, digest, document FROM versions"):
        where = Where(document=document)
        if get_digest(text, body) != digest:
            yield _problem("verify-document-changed", f"the stored document in row {number} has changed", where)
            continue
        doc = msgspec.json.decode(body, type=Document)
        for span in find_spans(doc):
            if not 0 <= span.start <= span.end <= len(text):
                yield _problem("verify-span", f"the span {span.start}-{span.end} lies outside the text", where)
        yield from _check_quoted_spans(doc, text)


def check_index(folder: Path, hashes: dict[str, str], get_hash_of: Callable[[Path], str]) -> Iterator[Finding]:
    """A finding for each segment of the derived index whose files are gone or changed."""
    for name, sha256 in hashes.items():
        try:
            is_sound = get_hash_of(folder / name) == sha256
        except (OSError, ValueError):
            is_sound = False
        if not is_sound:
            yield _problem("verify-index", f"{folder / name} is damaged: run `onrecord reindex`")


def find_spans(value: object) -> Iterator[Span]:
    """Every span of the text that a stored noun holds, however deep; spans of the source are left out."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from find_spans(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name != "source_span":
                yield from find_spans(getattr(value, name))


def _check_quoted_spans(doc: Document, text: str) -> Iterator[Finding]:
    clues = (
        *doc.date.clues,
        *doc.published.clues,
        *doc.cited,
        *(clue for note in doc.notes for clue in note.date.clues),
    )
    quoted = [(fact.span, fact.text) for fact in doc.facts] + [(clue.span, clue.text) for clue in clues]
    for span, words in quoted:
        if span is not None and span.slice(text) != words:
            yield _problem("verify-span", f"{words!r} does not stand where its span says", Where(document=doc.id))


def _problem(code: str, message: str, where: Where = NOWHERE) -> Finding:
    return Finding(code=code, level="problem", message=message, where=where)
