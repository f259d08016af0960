"""Files into the record: read, stored in batches, each document whole or not at all."""

import datetime as dt
import mimetypes
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.date import narrow_by_siblings
from onrecord.model import Addition, Document, Entry, Finding, Office, Outcome, Person, Source, Where
from onrecord.pipeline import NO_OFFICE, read_documents
from onrecord.store import addresses, documents, findings, people, sources
from onrecord.store.transaction import writing

# A commit waits for the disk, so one serves many files; what is reported as added has been committed.
BYTES_A_BATCH = 4_000_000
FILES_A_BATCH = 250


class Incoming(msgspec.Struct, frozen=True, kw_only=True):
    """A file that has been read, on its way into the record."""

    address: str
    source: Source
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]


class Intake:
    """Adds files to one record; keeps the batch that is not yet committed."""

    def __init__(self, db: sqlite3.Connection, path: Path, *, office: Office = NO_OFFICE, published: str = "") -> None:
        self._db = db
        self._path = path
        self._office = office
        self._published = published
        # In the order of the files; those with nothing new are answered with the rest.
        self._batch: list[Incoming | Addition] = []

    def add(self, files: Iterable[tuple[Path, str, Entry | None]]) -> Iterator[Addition]:
        """What became of each (path, address, manifest entry); an answer comes when its batch is on disk."""
        with writing(self._db, self._path):
            people.insert_people(self._db, self._office.people)
        for path, address, entry in files:
            self._batch.append(self._take(path, address, entry))
            if len(self._batch) >= FILES_A_BATCH or self._count_bytes() >= BYTES_A_BATCH:
                yield from self._commit()
        yield from self._commit()

    def _count_bytes(self) -> int:
        return sum(item.source.size for item in self._batch if isinstance(item, Incoming))

    def _take(self, path: Path, address: str, entry: Entry | None) -> Incoming | Addition:
        try:
            data = path.read_bytes()
        except OSError as error:
            return self._refuse(address, f"cannot be read: {error.strerror}")
        sha256 = sources.get_hash(data)
        if addresses.find_source(self._db, address) == sha256:
            return self._get_known(address, sha256)
        told = _add_published(entry, path, self._published)
        read, found = read_documents(data, address=address, office=self._office, entry=told)
        sources.write_source(self._path / "sources", data)
        media_type = mimetypes.guess_type(address)[0] or "application/octet-stream"
        source = Source(sha256=sha256, media_type=media_type, size=len(data))
        return Incoming(address=address, source=source, documents=read, findings=found)

    def _refuse(self, address: str, message: str) -> Addition:
        finding = Finding(code="read-unreadable", level="problem", message=message, where=Where(address=address))
        with writing(self._db, self._path):
            findings.insert_findings(self._db, (finding,))
        return Addition(address=address, outcome="refused", findings=(finding,))

    def _get_known(self, address: str, sha256: str) -> Addition:
        held = tuple(documents.find_ids_of_source(self._db, sha256))
        return Addition(address=address, outcome="known" if held else "refused", documents=held)

    def _commit(self) -> Iterator[Addition]:
        incoming = [item for item in self._batch if isinstance(item, Incoming)]
        done = {}
        if incoming:
            sources.sync_folders(self._path / "sources", {item.source.sha256 for item in incoming})
            with writing(self._db, self._path):
                done = {id(item): self._store(item) for item in incoming}
        answers = [item if isinstance(item, Addition) else done[id(item)] for item in self._batch]
        self._batch = []
        yield from answers

    def _store(self, item: Incoming) -> Addition:
        is_known = addresses.has_source(self._db, item.source.sha256)
        before = addresses.find_documents_at(self._db, item.address)
        added = dt.datetime.now(dt.UTC)
        addresses.insert_sighting(self._db, item.source, address=item.address, added=added)
        if is_known and item.documents:
            held = documents.make_current(self._db, item.source.sha256)
            outcome: Outcome = "version" if set(held) & set(before.values()) else "copy"
            return Addition(address=item.address, outcome=outcome, documents=held)
        stored = tuple(self._place(doc, before) for doc in item.documents)
        found = item.findings
        for doc in stored:
            found += self._find_same_words(doc)
            documents.insert_version(self._db, doc, address=item.address, added=added)
        findings.insert_findings(self._db, found)
        people.insert_people(self._db, (Person(name=doc.speaker) for doc in stored if doc.speaker))
        return Addition(
            address=item.address,
            outcome="refused" if not stored else "version" if before else "new",
            documents=tuple(doc.id for doc in stored),
            words=sum(documents.count_words(doc.text) for doc in stored),
            findings=found,
        )

    def _place(self, doc: Document, before: dict[str, str]) -> Document:
        """The document under the id that its address gave before, with what its siblings know of its date."""
        siblings = (documents.get_document(self._db, number) for number in documents.find_siblings(self._db, doc))
        date = narrow_by_siblings(doc.date, tuple(siblings))
        return msgspec.structs.replace(doc, id=before.get(doc.part, doc.id), date=date)

    def _find_same_words(self, doc: Document) -> tuple[Finding, ...]:
        twins = (documents.get_document(self._db, number) for number in documents.find_same_words(self._db, doc))
        return tuple(_compare_twins(doc, twin) for twin in twins if twin.id != doc.id)


def _add_published(entry: Entry | None, path: Path, published: str) -> Entry | None:
    """The manifest's entry, with the day of publication that was given for all files where it names none."""
    if not published or (entry is not None and entry.published):
        return entry
    return msgspec.structs.replace(entry or Entry(path=str(path)), published=published)


def _compare_twins(doc: Document, twin: Document) -> Finding:
    where = Where(document=doc.id)
    if doc.date.may_meet(twin.date):
        message = f"the same words stand in {twin.id} ({twin.title})"
        return Finding(code="record-same-words", level="note", message=message, where=where)
    dates = f"{doc.date.edtf} here, {twin.date.edtf} there"
    message = f"the same words stand in {twin.id} under another date: {dates} ({twin.title})"
    return Finding(code="record-copies-conflict", level="problem", message=message, where=where)
