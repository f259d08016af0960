"""People in the database."""

import sqlite3
from collections.abc import Iterable

import msgspec

from onrecord.model import Person
from onrecord.store.bodies import decode_body


def insert_people(db: sqlite3.Connection, people: Iterable[Person]) -> None:
    """Store people by name; what an office file says of a person that is stored already is added to it."""
    for person in people:
        row = db.execute("SELECT body FROM people WHERE name = ?", (person.name,)).fetchone()
        known = None if row is None else decode_body(row[0], Person)
        merged = person if known is None else _merge(known, person)
        if merged == known:
            continue
        body = msgspec.json.encode(merged).decode()
        db.execute(
            "INSERT OR REPLACE INTO people (name, body, seal) VALUES (?1, ?2, seal(?1, ?2))", (merged.name, body)
        )


def find_people(db: sqlite3.Connection) -> tuple[Person, ...]:
    """Everybody in the record, by name."""
    return tuple(decode_body(body, Person) for (body,) in db.execute("SELECT body FROM people ORDER BY name"))


def _merge(one: Person, other: Person) -> Person:
    return Person(
        name=one.name,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        titles=tuple(dict.fromkeys((*one.titles, *other.titles))),
    )
