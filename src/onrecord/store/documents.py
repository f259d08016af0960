"""Documents and their versions in the database."""

import datetime as dt
import re
import sqlite3

import msgspec

from onrecord.model import Document, Version
from onrecord.store.sources import get_hash

# A shorter title ("Leader's Speech") stands above many occasions.
_FEWEST_TITLE_WORDS = 5
_WORD = re.compile(r"\w+")
_COLUMNS = (
    "id, document, ordinal, source, address, added, form, title, speaker, earliest, latest, edtf, completeness, words, "
    "wording, text, body, digest"
)
_INSERT = f"INSERT INTO versions ({_COLUMNS}) VALUES ({', '.join('?' * 18)})"  # noqa: S608 - constants only


def get_wording(text: str) -> str:
    """A hash of the words of a text, whatever their case, spacing and punctuation."""
    return get_hash(" ".join(_WORD.findall(text.casefold())).encode())[:32]


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def insert_version(db: sqlite3.Connection, doc: Document, *, address: str, added: dt.datetime) -> None:
    """Make a document the current version of `doc.id`; a version that is stored already is not stored again."""
    number = find_number(db, doc.version)
    if number is None:
        number = _insert_row(db, doc, address=address, added=added)
    db.execute(
        "INSERT INTO documents (id, current) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET current = excluded.current",
        (doc.id, number),
    )


def _insert_row(db: sqlite3.Connection, doc: Document, *, address: str, added: dt.datetime) -> int:
    (ordinal,) = db.execute("SELECT count(*) + 1 FROM versions WHERE document = ?", (doc.id,)).fetchone()
    row = (doc.version, doc.id, ordinal, doc.source, address, added.isoformat(), *_get_columns(doc))
    number = db.execute(_INSERT, row).lastrowid
    db.execute("INSERT INTO fulltext (rowid, title, text) VALUES (?, ?, ?)", (number, doc.title, doc.text))
    return int(number or 0)


def get_digest(text: str, body: str) -> str:
    """The hash that guards a stored document against a flipped byte."""
    return get_hash(f"{text}\0{body}".encode())


def _get_columns(doc: Document) -> tuple[str | int | None, ...]:
    ends = (day.isoformat() if day else None for day in (doc.date.earliest, doc.date.latest))
    # The text has a column of its own, so that any SQL tool shows it and the rest decodes quickly.
    body = msgspec.json.encode(msgspec.structs.replace(doc, text="")).decode()
    return (
        doc.form,
        doc.title,
        doc.speaker,
        *ends,
        doc.date.edtf,
        doc.completeness,
        count_words(doc.text),
        get_wording(doc.text),
        doc.text,
        body,
        get_digest(doc.text, body),
    )


def get_document(db: sqlite3.Connection, number: int) -> Document:
    """The document in this row of `versions`."""
    text, body = db.execute("SELECT text, body FROM versions WHERE number = ?", (number,)).fetchone()
    return msgspec.structs.replace(msgspec.json.decode(body, type=Document), text=text)


def get_text(db: sqlite3.Connection, number: int) -> str:
    """The text of the document in this row of `versions`."""
    (text,) = db.execute("SELECT text FROM versions WHERE number = ?", (number,)).fetchone()
    return str(text)


def find_number(db: sqlite3.Connection, given: str) -> int | None:
    """The row of a version id, or of the current version of a document id; None where there is none."""
    row = db.execute(
        "SELECT number FROM versions WHERE id = ?1 UNION ALL SELECT current FROM documents WHERE id = ?1 LIMIT 1",
        (given,),
    ).fetchone()
    return None if row is None else int(row[0])


def find_versions(db: sqlite3.Connection, document: str) -> tuple[Version, ...]:
    """Every version of a document, oldest first."""
    rows = db.execute(
        "SELECT id, document, source, address, ordinal, added FROM versions WHERE document = ? ORDER BY ordinal",
        (document,),
    )
    return tuple(
        Version(id=i, document=d, source=s, address=a, number=n, added=dt.datetime.fromisoformat(t))
        for i, d, s, a, n, t in rows
    )


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
    rows = db.execute("SELECT document FROM versions WHERE source = ? ORDER BY number", (source,))
    return tuple(document for (document,) in rows)


def find_superseded(db: sqlite3.Connection) -> frozenset[int]:
    """The rows of versions that no address yields any more."""
    rows = db.execute("SELECT number FROM versions WHERE source NOT IN (SELECT source FROM addresses)")
    return frozenset(number for (number,) in rows)


def find_same_words(db: sqlite3.Connection, doc: Document) -> tuple[int, ...]:
    """The rows of other sources whose text has the very same words."""
    rows = db.execute(
        "SELECT number FROM versions WHERE wording = ? AND source != ? ORDER BY number",
        (get_wording(doc.text), doc.source),
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
