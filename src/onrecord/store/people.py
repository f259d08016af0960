"""People in the database."""

import sqlite3
from collections.abc import Iterable

import msgspec

from onrecord.model import Person


def insert_people(db: sqlite3.Connection, people: Iterable[Person]) -> None:
    """Store people by name; what an office file says of a person that is stored already is added to it."""
    known = {person.name: person for person in find_people(db)}
    for person in people:
        merged = _merge(known.get(person.name, person), person)
        body = msgspec.json.encode(merged).decode()
        db.execute("INSERT OR REPLACE INTO people (name, body) VALUES (?, ?)", (merged.name, body))


def find_people(db: sqlite3.Connection) -> tuple[Person, ...]:
    """Everybody in the record, by name."""
    return tuple(
        msgspec.json.decode(body, type=Person) for (body,) in db.execute("SELECT body FROM people ORDER BY name")
    )


def _merge(one: Person, other: Person) -> Person:
    return Person(
        name=one.name,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        titles=tuple(dict.fromkeys((*one.titles, *other.titles))),
    )
