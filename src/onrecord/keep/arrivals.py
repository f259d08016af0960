"""A file that has been read takes its place among what the record holds; call these inside a transaction."""

import datetime as dt
import sqlite3
from collections.abc import Iterable

import msgspec

from onrecord.date import narrow_by_siblings
from onrecord.keep.edits import find_silent_edits
from onrecord.keep.rulings import apply_rulings, find_outdated
from onrecord.model import Addition, Document, Finding, Person, Source, Tombstone, Where
from onrecord.store import addresses, documents, findings, people, rulings, tombstones, versions


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A file that has been read, with its bytes, on its way into the record."""

    address: str
    source: Source
    data: bytes
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]


def store_arrival(db: sqlite3.Connection, arrival: Arrival) -> Addition:
    """Store what was read of a file, and say what it is to the record."""
    sha256 = arrival.source.sha256
    tombstone = tombstones.find_tombstone_of_source(db, sha256)
    if tombstone is not None:
        return refuse_removed(db, arrival.address, tombstone)
    # Another process may have added the same file since it was read.
    if is_held(db, arrival.address, sha256):
        return get_known(db, arrival.address, sha256)
    for room in ("read", "fetch"):
        findings.drop_findings(db, address=arrival.address, room=room)
    before = [documents.get_reading(db, number) for number in versions.find_numbers_at(db, arrival.address)]
    is_known = bool(documents.find_ids_of_source(db, sha256))
    added = dt.datetime.now(dt.UTC)
    addresses.insert_sighting(db, arrival.source, address=arrival.address, added=added)
    if is_known and arrival.documents:
        return _store_known(db, arrival, before)
    return _store_new(db, arrival, before, added)


def is_held(db: sqlite3.Connection, address: str, sha256: str) -> bool:
    """Whether the address yields these bytes already, and documents were read from them.

    What could not be read is read again: a newer reader, or another office file, may know more.
    """
    return addresses.find_source(db, address) == sha256 and bool(documents.find_ids_of_source(db, sha256))


def get_known(db: sqlite3.Connection, address: str, sha256: str) -> Addition:
    """The answer for bytes that stand at this address already."""
    return Addition(address=address, outcome="known", documents=documents.find_ids_of_source(db, sha256))


def refuse_removed(db: sqlite3.Connection, address: str, tombstone: Tombstone) -> Addition:
    """The answer for bytes of which a document was removed."""
    message = f"{tombstone.document} was removed on {tombstone.removed.date()}, because {tombstone.because}"
    where = Where(address=address, document=tombstone.document)
    return refuse(db, address, Finding(code="record-removed", level="problem", message=message, where=where))


def refuse(db: sqlite3.Connection, address: str, finding: Finding) -> Addition:
    """The answer for a file that is not taken in."""
    findings.insert_findings(db, (finding,))
    return Addition(address=address, outcome="refused", findings=(finding,))


def _store_known(db: sqlite3.Connection, arrival: Arrival, before: list[Document]) -> Addition:
    """Bytes that stand at another address, or that stood at this one before."""
    held = documents.make_current(db, arrival.source.sha256)
    numbers = documents.find_numbers_of_source(db, arrival.source.sha256)
    kept = [documents.get_reading(db, number) for number in sorted(numbers)]
    found = _find_edits(db, before, kept) + _find_other_facts(arrival, kept)
    findings.insert_findings(db, found)
    is_version = bool(set(held) & {doc.id for doc in before})
    return Addition(
        address=arrival.address, outcome="version" if is_version else "copy", documents=held, findings=found
    )


def _store_new(db: sqlite3.Connection, arrival: Arrival, before: list[Document], added: dt.datetime) -> Addition:
    ids = {doc.part: doc.id for doc in before}
    read = [_place(db, doc, ids.get(doc.part, doc.id)) for doc in arrival.documents]
    found = _rename(arrival, ids) + _find_edits(db, before, read)
    if any(doc.id not in ids.values() for doc in read):
        found += _find_removed(db, arrival.address)
    for doc in read:
        found += _insert_document(db, doc, address=arrival.address, added=added)
    findings.insert_findings(db, found)
    return Addition(
        address=arrival.address,
        outcome="refused" if not read else "version" if before else "new",
        documents=tuple(doc.id for doc in read),
        words=sum(documents.count_words(doc.text) for doc in read),
        findings=found,
    )


def _place(db: sqlite3.Connection, doc: Document, document: str) -> Document:
    """The document under the id that its address gave before, with what its siblings know of its date."""
    siblings = tuple(documents.get_document(db, number) for number in documents.find_siblings(db, doc))
    return msgspec.structs.replace(doc, id=document, date=narrow_by_siblings(doc.date, siblings))


def _rename(arrival: Arrival, ids: dict[str, str]) -> tuple[Finding, ...]:
    """The findings under the ids that the documents have in the record."""
    renamed = {doc.id: ids.get(doc.part, doc.id) for doc in arrival.documents}
    return tuple(
        msgspec.structs.replace(finding, where=msgspec.structs.replace(finding.where, document=renamed[document]))
        if (document := finding.where.document) in renamed
        else finding
        for finding in arrival.findings
    )


def _find_other_facts(arrival: Arrival, kept: Iterable[Document]) -> tuple[Finding, ...]:
    """Of bytes that are held already: what is said of them now and was not when they were added."""
    held = {doc.part: doc for doc in kept}
    pairs = ((held[doc.part], doc) for doc in arrival.documents if doc.part in held)
    return tuple(
        _describe_other(before, doc, arrival.address) for before, doc in pairs if _get_facts(before) != _get_facts(doc)
    )


def _get_facts(doc: Document) -> tuple[str, str, str]:
    return doc.speaker, doc.date.edtf, doc.title


def _describe_other(kept: Document, doc: Document, address: str) -> Finding:
    said = "; ".join(
        f"{before or 'nothing'} is kept, {after or 'nothing'} is said here"
        for before, after in zip(_get_facts(kept), _get_facts(doc), strict=True)
        if before != after
    )
    message = f"the same bytes are held as {kept.id} with other facts: {said}; `onrecord rule` sets what holds"
    where = Where(address=address, document=kept.id)
    return Finding(code="record-facts-conflict", level="problem", message=message, where=where)


def _insert_document(
    db: sqlite3.Connection, read: Document, *, address: str, added: dt.datetime
) -> tuple[Finding, ...]:
    made = rulings.find_rulings(db, document=read.id)
    doc = apply_rulings(read, made)
    found = find_outdated(read, made) + _find_same_words(db, doc)
    documents.insert_version(db, doc, read=read, address=address, added=added)
    if doc.speaker:
        people.insert_people(db, (Person(name=doc.speaker),))
    return found


def _find_removed(db: sqlite3.Connection, address: str) -> tuple[Finding, ...]:
    """What was removed from this address: other bytes there are taken in, and somebody may want to look at them."""
    return tuple(
        Finding(
            code="record-removed-before",
            level="note",
            message=f"{each.document} stood here and was removed on {each.removed.date()}, because {each.because}",
            where=Where(address=address),
        )
        for each in tombstones.find_tombstones_at(db, address)
    )


def _find_edits(db: sqlite3.Connection, before: Iterable[Document], after: Iterable[Document]) -> tuple[Finding, ...]:
    earlier = {doc.id: doc for doc in before}
    if not earlier:
        return ()
    known = people.find_people(db)
    return tuple(
        finding for doc in after if doc.id in earlier for finding in find_silent_edits(earlier[doc.id], doc, known)
    )


def _find_same_words(db: sqlite3.Connection, doc: Document) -> tuple[Finding, ...]:
    twins = (documents.get_document(db, number) for number in documents.find_same_words(db, doc))
    found = [_compare_twins(doc, twin) for twin in twins if twin.id != doc.id]
    # One finding says it: the first conflict, else the first twin.
    return tuple(sorted(found, key=lambda finding: finding.level == "note")[:1])


def _compare_twins(doc: Document, twin: Document) -> Finding:
    where = Where(document=doc.id)
    if doc.date.may_meet(twin.date):
        message = f"the same words stand in {twin.id} ({twin.title})"
        return Finding(code="record-same-words", level="note", message=message, where=where)
    dates = f"{doc.date.edtf} here, {twin.date.edtf} there"
    message = f"the same words stand in {twin.id} under another date: {dates} ({twin.title})"
    return Finding(code="record-copies-conflict", level="problem", message=message, where=where)
