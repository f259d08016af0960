"""Whether the record still is what was put into it."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from onrecord.errors import RecordDamaged
from onrecord.model import Document, Finding, Span, Where
from onrecord.store.bodies import decode_body
from onrecord.store.documents import SHOWN, get_digest, get_shown
from onrecord.store.findings import get_columns
from onrecord.store.sources import get_hash, get_path

NOWHERE = Where()
# The columns that each table's seal is made of.
_SEALED = {
    "sources": "sha256, media_type, size",
    "sightings": "number, address, source, added",
    "versions": "position, id, document, ordinal, source, address, added",
    "people": "name, body",
    "traces": "id, version, verdict, body",
    "rulings": "id, document, address, field, before, value, because, made",
    "tombstones": "document, title, removed, because",
    "removed_versions": "id, document, source, address",
    "responses": "address, url, at, status, headers",
}

_Noun = TypeVar("_Noun")


def check_database(db: sqlite3.Connection) -> Iterator[Finding]:
    """Findings of SQLite's own checks: pages, foreign keys, the full-text index."""
    for (message,) in db.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield _problem("verify-database", f"the database is damaged: {message}")
    for table, row, *_ in db.execute("PRAGMA foreign_key_check"):
        yield _problem("verify-database", f"row {row} of the table {table} points to nothing")


def check_search(db: sqlite3.Connection) -> Iterator[Finding]:
    """A finding where the full-text index does not fit the texts."""
    try:
        db.execute("INSERT INTO fulltext (fulltext, rank) VALUES ('integrity-check', 1)")
    except RecordDamaged as error:
        yield _problem("verify-search", f"the full-text index does not fit the texts: {error}")


def check_rows(db: sqlite3.Connection) -> Iterator[Finding]:
    """A finding for each row that is not what its seal says, or whose document is another's."""
    for table, values in _SEALED.items():
        query = f"SELECT rowid FROM {table} WHERE seal IS NOT seal({values})"  # noqa: S608 - constants only
        for (row,) in db.execute(query):
            yield _problem("verify-database", f"row {row} of the table {table} has changed")
    for (document,) in db.execute(
        "SELECT d.id FROM documents d LEFT JOIN versions v ON v.number = d.current AND v.document = d.id "
        "WHERE v.number IS NULL"
    ):
        yield _problem("verify-database", "its current version is another document's", Where(document=document))
    for (number,) in db.execute("SELECT number FROM retired WHERE number IN (SELECT number FROM versions)"):
        yield _problem("verify-database", f"the version in row {number} is hidden though it is in use")


def check_findings(db: sqlite3.Connection) -> Iterator[Finding]:
    """A finding for each stored finding that has changed."""
    for id_, *shown, body in db.execute("SELECT id, code, level, message, address, document, body FROM findings"):
        finding = _decode(str(body), Finding)
        is_sound = finding is not None and get_hash(str(body).encode())[:16] == id_
        if finding is None or not is_sound or shown != list(get_columns(finding)):
            yield _problem("verify-database", f"the stored finding {id_} has changed")


def check_sources(db: sqlite3.Connection, folder: Path) -> Iterator[Finding]:
    """A finding for each source whose bytes are gone or changed; yields as it goes, one source at a time."""
    for sha256, address in db.execute(
        "SELECT sha256, coalesce((SELECT address FROM sightings WHERE source = sha256 LIMIT 1), '') FROM sources"
    ):
        where = Where(address=address)
        path = get_path(folder, sha256)
        try:
            is_sound = get_hash(path.read_bytes()) == sha256
        except OSError as error:
            yield _problem("verify-source-missing", f"the bytes {sha256} cannot be read: {error.strerror}", where)
        else:
            if not is_sound:
                yield _problem("verify-source-changed", f"the bytes in {path} are no longer those of their name", where)


def check_documents(db: sqlite3.Connection) -> Iterator[Finding]:
    """A finding for each stored document that has changed, or that holds a span which does not fit its text."""
    query = f"SELECT number, document, text, body, reading, digest, {', '.join(SHOWN)} FROM versions"  # noqa: S608
    for number, document, text, body, reading, digest, *shown in db.execute(query):
        where = Where(document=document)
        doc = _decode(str(body), Document)
        if doc is None or get_digest(text, body, reading) != digest:
            yield _problem("verify-document-changed", f"the stored document in row {number} has changed", where)
            continue
        if list(get_shown(msgspec.structs.replace(doc, text=text))) != shown:
            yield _problem("verify-document-changed", f"the columns of row {number} are not its document's", where)
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


def _decode(body: str, kind: type[_Noun]) -> _Noun | None:
    try:
        return decode_body(body, kind)
    except RecordDamaged:
        return None


def survive(checks: Iterator[Finding]) -> Iterator[Finding]:
    """The findings of a check; where the database cannot be read any further, that is the last of them."""
    try:
        yield from checks
    except (RecordDamaged, TypeError, ValueError) as error:
        # Where a value is not even of its kind, the rows say so in their own way.
        yield _problem("verify-database", f"a check could not go on: {error}")


def _problem(code: str, message: str, where: Where = NOWHERE) -> Finding:
    return Finding(code=code, level="problem", message=message, where=where)
