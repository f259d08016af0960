"""Rulings in the database."""

import sqlite3

import msgspec

from onrecord.model import Ruling
from onrecord.store.bodies import parse_time
from onrecord.store.sources import get_hash

_COLUMNS = "id, document, address, field, before, value, because, made"


def insert_ruling(db: sqlite3.Connection, ruling: Ruling) -> Ruling:
    """Store a ruling and return it with its id, a hash of what it says."""
    values = (
        ruling.document,
        ruling.address,
        ruling.field,
        ruling.before,
        ruling.value,
        ruling.because,
        ruling.made.isoformat(),
    )
    id_ = f"r{get_hash(chr(0).join(values).encode())[:10]}"
    db.execute(
        f"INSERT INTO rulings ({_COLUMNS}, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "  # noqa: S608 - constants only
        "seal(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))",
        (id_, *values),
    )
    return msgspec.structs.replace(ruling, id=id_)


def find_rulings(db: sqlite3.Connection, *, document: str = "", id_: str = "") -> tuple[Ruling, ...]:
    """The rulings in the order in which they were made; of one document, or the one with an id, where it is given."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM rulings WHERE (?1 = '' OR document = ?1) AND (?2 = '' OR id = ?2) ORDER BY number",  # noqa: S608
        (document, id_),
    )
    return tuple(
        Ruling(
            id=id_,
            document=document,
            address=address,
            field=field,
            before=before,
            value=value,
            because=because,
            made=parse_time(made),
        )
        for id_, document, address, field, before, value, because, made in rows
    )


def delete_ruling(db: sqlite3.Connection, id_: str) -> None:
    """Forget a ruling, and the findings that named it."""
    db.execute("DELETE FROM rulings WHERE id = ?", (id_,))
    db.execute("DELETE FROM findings WHERE substr(code, 1, 7) = 'ruling-' AND instr(message, ?)", (id_,))
