"""Rulings: what a person decided stands in the place of what was read, in every version that was read so."""

import datetime as dt
import sqlite3
from collections.abc import Iterable

from onrecord.attribute import find_people
from onrecord.errors import BadRuling, UnknownId
from onrecord.keep.fields import check_value, get_value, set_value
from onrecord.model import Document, Finding, Person, Ruling, RulingField, Where
from onrecord.store import documents, people, rulings, versions


def make_ruling(db: sqlite3.Connection, number: int, field: RulingField, value: str, *, because: str) -> Ruling:
    """Store a ruling on the version in this row, and show every version that it speaks of accordingly.

    Call it inside a transaction. Raises BadRuling, BadDate.
    """
    if not because.strip():
        raise BadRuling(reason="say why, so that others can judge it")
    read = documents.get_reading(db, number)
    addresses = {version.id: version.address for version in versions.find_versions(db, read.id)}
    ruling = Ruling(
        id="",
        document=read.id,
        address=addresses[read.version],
        field=field,
        before=get_value(read, field),
        value=_settle_value(db, field, value),
        because=" ".join(because.split()),
        made=dt.datetime.now(dt.UTC),
    )
    if field == "speaker":
        people.insert_people(db, (Person(name=ruling.value),))
    stored = rulings.insert_ruling(db, ruling)
    _show_rulings(db, read.id)
    return stored


def undo_ruling(db: sqlite3.Connection, id_: str) -> Ruling:
    """Forget a ruling and show what holds without it; call it inside a transaction. Raises UnknownId."""
    found = rulings.find_rulings(db, id_=id_) if id_ else ()
    if not found:
        raise UnknownId(id_)
    rulings.delete_ruling(db, id_)
    _show_rulings(db, found[0].document)
    return found[0]


def apply_rulings(read: Document, made: Iterable[Ruling]) -> Document:
    """The document as the rulings have it, the last on each field; one that was read otherwise is not theirs."""
    doc = read
    for ruling in made:
        if is_of(ruling, read):
            doc = set_value(doc, ruling.field, ruling.value)
    return doc


def is_of(ruling: Ruling, read: Document) -> bool:
    """Whether a ruling speaks of a document that was read like this."""
    return get_value(read, ruling.field) == ruling.before


def find_outdated(read: Document, made: Iterable[Ruling]) -> tuple[Finding, ...]:
    """A finding for each ruling whose field a new version states otherwise than the one that was ruled on."""
    return tuple(
        Finding(
            code="ruling-outdated",
            level="problem",
            message=f"the ruling {each.id} has the {each.field} {each.value!r} for {each.before or 'unknown'!r}; this "
            f"version states {get_value(read, each.field) or 'unknown'!r}, which stands: rule again, or "
            f"`onrecord unrule {each.id}`",
            where=Where(document=read.id),
        )
        for each in made
        if not is_of(each, read)
    )


def find_orphaned(made: Iterable[Ruling]) -> tuple[Finding, ...]:
    """A finding for each ruling on a document that is removed."""
    return tuple(
        Finding(
            code="ruling-orphan",
            level="note",
            message=f"the ruling {each.id} on the {each.field} speaks of a document that was removed",
            where=Where(document=each.document),
        )
        for each in made
    )


def _settle_value(db: sqlite3.Connection, field: RulingField, value: str) -> str:
    settled = check_value(field, value)
    named = find_people(settled, people.find_people(db)) if field == "speaker" else ()
    return named[0].name if len(named) == 1 else settled


def _show_rulings(db: sqlite3.Connection, document: str) -> None:
    made = rulings.find_rulings(db, document=document)
    for number in versions.find_numbers(db, document):
        read = documents.get_reading(db, number)
        doc = apply_rulings(read, made)
        if doc != documents.get_document(db, number):
            documents.revise_version(db, number, doc, read=read)
