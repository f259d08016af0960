"""Documents in the database, a row for each version."""

import datetime as dt
import functools
import re
import sqlite3

import msgspec

from onrecord.errors import RecordDamaged
from onrecord.model import Document
from onrecord.store.bodies import decode_body
from onrecord.store.numbers import claim_number, retire_numbers
from onrecord.store.sources import get_hash

# A shorter title ("Leader's Speech") stands above many occasions.
_FEWEST_TITLE_WORDS = 5
_WORD = re.compile(r"\w+")
# What a row shows of its document, so that any SQL tool can ask for it.
SHOWN = ("form", "title", "speaker", "earliest", "latest", "edtf", "completeness", "words", "wording")
_KEPT = ("text", "body", "reading", "digest")
_PLACE = ("position", "id", "document", "ordinal", "source", "address", "added")
_COLUMNS = (*_PLACE, *SHOWN, *_KEPT)
_INSERT = (
    f"INSERT INTO versions ({', '.join(_COLUMNS)}, number, seal) VALUES ({', '.join('?' * len(_COLUMNS))}, "  # noqa: S608
    "?1, seal(?1, ?2, ?3, ?4, ?5, ?6, ?7))"
)
_UPDATE = (
    f"UPDATE versions SET number = ?, segment = NULL, {', '.join(f'{name} = ?' for name in (*SHOWN, *_KEPT))} "  # noqa: S608
    "WHERE number = ?"
)
# A notice that stands on ten thousand pages is no reason to read each of them ten thousand times.
MOST_TWINS = 20


# Both are asked for several times while one document is stored.
@functools.lru_cache(4)
def get_wording(text: str) -> str:
    """A hash of the words of a text, whatever their case, spacing and punctuation."""
    return get_hash(" ".join(_WORD.findall(text.casefold())).encode())[:32]


@functools.lru_cache(4)
def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def insert_version(db: sqlite3.Connection, doc: Document, *, read: Document, address: str, added: dt.datetime) -> None:
    """Make a document the current version of `doc.id`; a version that is stored already is not stored again.

    `read` is the document as it was read, before any ruling.
    """
    number = find_number(db, doc.version)
    if number is None:
        number = claim_number(db)
        (ordinal,) = db.execute("SELECT count(*) + 1 FROM versions WHERE document = ?", (doc.id,)).fetchone()
        place = (number, doc.version, doc.id, ordinal, doc.source, address, added.isoformat())
        db.execute(_INSERT, (*place, *get_shown(doc), *_get_kept(doc, read)))
        _insert_words(db, number, doc)
    db.execute(
        "INSERT INTO documents (id, current) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET current = excluded.current",
        (doc.id, number),
    )


def revise_version(db: sqlite3.Connection, number: int, doc: Document, *, read: Document) -> None:
    """Show a version otherwise, under a new number: the segments of the index hold what the old one was."""
    # Its row and the one that points to it change their number together.
    db.execute("PRAGMA defer_foreign_keys = ON")
    new = claim_number(db)
    drop_words(db, number)
    db.execute(_UPDATE, (new, *get_shown(doc), *_get_kept(doc, read), number))
    db.execute("UPDATE documents SET current = ? WHERE current = ?", (new, number))
    _insert_words(db, new, doc)
    retire_numbers(db, (number,))


def drop_words(db: sqlite3.Connection, number: int) -> None:
    """Take a version out of the full-text index."""
    db.execute(
        "INSERT INTO fulltext (fulltext, rowid, title, text) SELECT 'delete', number, title, text FROM versions "
        "WHERE number = ?",
        (number,),
    )


def _insert_words(db: sqlite3.Connection, number: int, doc: Document) -> None:
    db.execute("INSERT INTO fulltext (rowid, title, text) VALUES (?, ?, ?)", (number, doc.title, doc.text))


def get_digest(text: str, body: str, reading: str | None) -> str:
    """The hash that guards a stored document against a flipped byte."""
    return get_hash("\0".join(map(str, (text, body) if reading is None else (text, body, reading))).encode())


def get_shown(doc: Document) -> tuple[str | int | None, ...]:
    """The columns `SHOWN` of a document."""
    ends = (day.isoformat() if day else None for day in (doc.date.earliest, doc.date.latest))
    words = (count_words(doc.text), get_wording(doc.text))
    return (doc.form, doc.title, doc.speaker, *ends, doc.date.edtf, doc.completeness, *words)


def _get_kept(doc: Document, read: Document) -> tuple[str | None, ...]:
    body, reading = _get_body(doc), None if doc == read else _get_body(read)
    return doc.text, body, reading, get_digest(doc.text, body, reading)


def _get_body(doc: Document) -> str:
    # The text has a column of its own, so that any SQL tool shows it and the rest decodes quickly.
    return msgspec.json.encode(msgspec.structs.replace(doc, text="")).decode()


def get_document(db: sqlite3.Connection, number: int) -> Document:
    """The document in this row of `versions`, as rulings have it; raises RecordDamaged."""
    text, body, _ = _get_row(db, number)
    return msgspec.structs.replace(decode_body(body, Document), text=text)


def get_reading(db: sqlite3.Connection, number: int) -> Document:
    """The document in this row of `versions`, as it was read before any ruling; raises RecordDamaged."""
    text, body, reading = _get_row(db, number)
    return msgspec.structs.replace(decode_body(reading or body, Document), text=text)


def get_text(db: sqlite3.Connection, number: int) -> str:
    """The text of the document in this row of `versions`; raises RecordDamaged."""
    return _get_row(db, number)[0]


def _get_row(db: sqlite3.Connection, number: int) -> tuple[str, str, str | None]:
    row = db.execute("SELECT text, body, reading, digest FROM versions WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise RecordDamaged(reason=f"there is no row {number} of versions")
    text, body, reading, digest = row
    # Words that are shown as said are those that were read, or none.
    if get_digest(text, body, reading) != digest:
        raise RecordDamaged(reason=f"the stored document in row {number} has changed")
    return text, body, reading


def find_number(db: sqlite3.Connection, given: str) -> int | None:
    """The row of a version id, or of the current version of a document id; None where there is none."""
    row = db.execute(
        "SELECT number FROM versions WHERE id = ?1 UNION ALL SELECT current FROM documents WHERE id = ?1 LIMIT 1",
        (given,),
    ).fetchone()
    return None if row is None else int(row[0])


def find_numbers_of_source(db: sqlite3.Connection, source: str) -> frozenset[int]:
    """The rows of every document that was read from these bytes."""
    rows = db.execute("SELECT number FROM versions WHERE source = ?", (source,))
    return frozenset(number for (number,) in rows)


def make_current(db: sqlite3.Connection, source: str) -> tuple[str, ...]:
    """Make what was read from these bytes current again, and return the ids of the documents."""
    db.execute(
        "UPDATE documents SET current = v.number FROM versions v WHERE v.document = documents.id AND v.source = ?",
        (source,),
    )
    return find_ids_of_source(db, source)


def find_ids_of_source(db: sqlite3.Connection, source: str) -> tuple[str, ...]:
    """The ids of every document that was read from these bytes, in their order on the page."""
    rows = db.execute("SELECT document FROM versions WHERE source = ? ORDER BY position", (source,))
    return tuple(document for (document,) in rows)


def find_same_words(db: sqlite3.Connection, doc: Document) -> tuple[int, ...]:
    """The rows of other sources whose text has the very same words, the first of them where there are very many."""
    rows = db.execute(
        "SELECT number FROM versions WHERE wording = ? AND source != ? ORDER BY number LIMIT ?",
        (get_wording(doc.text), doc.source, MOST_TWINS),
    )
    return tuple(number for (number,) in rows)


def find_siblings(db: sqlite3.Connection, doc: Document) -> tuple[int, ...]:
    """The rows of other sources that tell of the same occasion: the same words, or one title in another form."""
    return tuple(dict.fromkeys((*find_same_words(db, doc), *_find_same_title(db, doc))))


def _find_same_title(db: sqlite3.Connection, doc: Document) -> tuple[int, ...]:
    words = _WORD.findall(doc.title)
    if len(words) < _FEWEST_TITLE_WORDS:
        return ()
    rows = db.execute(
        "SELECT v.number, v.title FROM fulltext JOIN versions v ON v.number = fulltext.rowid "
        "WHERE fulltext MATCH ? AND v.form != ? AND v.source != ? ORDER BY v.number",
        (f'title : "{" ".join(words)}"', doc.form, doc.source),
    )
    wanted = get_wording(doc.title)
    return tuple(number for number, title in rows if get_wording(title) == wanted)
