"""The record: open it, add to it, ask it."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from onrecord.attribute import find_people
from onrecord.date import parse_date
from onrecord.errors import RecordMissing, UnknownId
from onrecord.export.citation import Citation, get_citation
from onrecord.intake import Intake
from onrecord.model import (
    Addition,
    Claim,
    Dating,
    Document,
    Entry,
    Finding,
    Level,
    Moment,
    Office,
    Passage,
    Person,
    Quotation,
    Status,
    Trace,
    Version,
)
from onrecord.pipeline import NO_OFFICE, date_again, find_quotations_in, read_quotations
from onrecord.store import (
    addresses,
    documents,
    files,
    findings,
    integrity,
    people,
    schema,
    search,
    segments,
    sources,
    status,
    timeline,
    traces,
)
from onrecord.store.library import RecordLibrary
from onrecord.store.passages import get_passage, parse_passage_id
from onrecord.store.transaction import writing
from onrecord.trace import Index, build_segment, open_index, trace_quotation
from onrecord.trace.tables import hash_tables

ANY_DAY = Dating()
# An office of which nothing is known may write its dates in any calendar.
ANY_OFFICE = Office(calendars=("gregorian", "islamic", "solar-hijri"))


class Audit(msgspec.Struct, frozen=True, kw_only=True):
    """A draft's quotations traced, in their order, and what was noticed while the draft was read."""

    traces: tuple[Trace, ...]
    findings: tuple[Finding, ...]


class Record:
    """A record on disk; use it in a `with` statement, or close it. One record serves one thread."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self.path = path
        self._db = db
        self._open: tuple[Index, RecordLibrary] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; the record can be opened again."""
        self._open = None
        self._db.close()

    def add(
        self,
        paths: Iterable[Path],
        *,
        office: Office = NO_OFFICE,
        entries: Iterable[tuple[Path, Entry]] = (),
        published: str = "",
    ) -> Iterator[Addition]:
        """Add files, folders and the files of a manifest, and say what became of each; then bring the index up to date.

        An entry speaks of the file at its path, `published` of every file: the day on which its page went out. An
        `Addition` comes when it is on disk for good. Raises PathMissing, RecordBusy, BadDate.
        """
        if published:
            parse_date(published)
        wanted = files.find_wanted(paths, entries)
        yield from Intake(self._db, self.path, office=office, published=published).add(wanted)
        if segments.count_unindexed(self._db):
            self.index()
            self._trace_again()

    def index(self) -> None:
        """Cover every document with the tracing index; does nothing where that is so."""
        self._open = None
        if not segments.count_unindexed(self._db):
            return
        folder = self.path / "index"
        folder.mkdir(exist_ok=True)
        with writing(self._db, self.path):
            segments.index_documents(self._db, folder, _build_segment)
        segments.remove_unused(self._db, folder)

    def reindex(self) -> None:
        """Build the tracing index anew from the stored documents."""
        with writing(self._db, self.path):
            segments.drop_segments(self._db, segments.find_segments(self._db))
        self.index()

    def trace(self, quotation: Quotation, *, source: str = "") -> Trace:
        """The verdict on a quotation; documents read from the bytes with the hash `source` are no evidence for it.

        Nor is, for a quotation that stands in a document of the record, anything read from the same bytes.
        """
        index, library = self._get_index()
        source = source or (self.get_document(quotation.version).source if quotation.version else "")
        exclude = documents.find_numbers_of_source(self._db, source) if source else frozenset()
        return trace_quotation(quotation, index, library, exclude=exclude)

    def check(self, text: str, *, by: str = "", on: str = "") -> Trace:
        """The verdict on a text that somebody is said to have said; raises BadDate."""
        return self.trace(get_quotation(Claim(text=text, by=by, on=on)))

    def audit(self, data: bytes, *, address: str) -> Audit:
        """The verdict on every quotation of a draft; `address` tells its type by its ending (`draft.md`)."""
        _, library = self._get_index()
        quotations, found = read_quotations(data, address=address, people=library.people)
        source = sources.get_hash(data)
        return Audit(traces=tuple(self.trace(quotation, source=source) for quotation in quotations), findings=found)

    def find_own_quotations(self) -> tuple[Quotation, ...]:
        """Every quotation that stands in the record's own reports, essays and articles."""
        _, library = self._get_index()
        quoting = (self.get_document(document) for document in traces.find_quoting_documents(self._db))
        return tuple(quotation for doc in quoting for quotation in find_quotations_in(doc, people=library.people))

    def keep_traces(self, found: Iterable[Trace]) -> None:
        """Keep the traces of the record's own quotations, in place of earlier ones; all of them or none."""
        with writing(self._db, self.path):
            traces.insert_traces(self._db, found)

    def find_traces(self, document: str) -> tuple[Trace, ...]:
        """The kept traces of the quotations in a document."""
        return traces.find_traces(self._db, document)

    def find_quoting(self, document: str) -> tuple[Trace, ...]:
        """The kept traces that lead to a document: who quotes it."""
        return traces.find_quoting(self._db, document)

    def search(self, query: str, *, within: Dating = ANY_DAY) -> Iterator[Passage]:
        """Every place that has a word or "phrase" of the query, in documents that have them all, best first.

        Documents that cannot be of the days `within` are left out; `Passage.date.lies_in` tells which surely are.
        Raises BadQuery.
        """
        for number, spans in search.find_hits(self._db, query, within=within):
            doc = documents.get_document(self._db, number)
            for span in spans:
                yield get_passage(doc, span)

    def get_timeline(self, *, by: str = "") -> Iterator[Moment]:
        """What was said or happened when, in order: a moment for each current document that has a date.

        `by` keeps what a person said or took part in.
        """
        known = people.find_people(self._db)
        for moment in timeline.find_moments(self._db):
            if not by or _is_of(by, moment, known):
                yield moment

    def date_again(
        self, given: str, *, published: str = "", office: Office = ANY_OFFICE
    ) -> tuple[Document, tuple[Finding, ...]]:
        """A document with its dates worked out anew, perhaps with the day on which its page was published.

        Nothing is stored. Raises UnknownId, BadDate.
        """
        if published:
            parse_date(published)
        doc = self.get_document(given)
        numbers = sorted(documents.find_numbers_of_source(self._db, doc.source))
        page = tuple(documents.get_document(self._db, number) for number in numbers)
        dated, found = date_again(page, office=office, published=published)
        (again,) = [each for each in dated if each.version == doc.version]
        return again, tuple(finding for finding in found if finding.where.document == doc.id)

    def get_document(self, given: str) -> Document:
        """The document with this id (`d…`), or the version of one (`v…`); raises UnknownId."""
        number = documents.find_number(self._db, given)
        if number is None:
            raise UnknownId(given)
        return documents.get_document(self._db, number)

    def get_passage(self, given: str) -> Passage:
        """The passage with this id (`p….start-end`); raises UnknownId."""
        version, span = parse_passage_id(given)
        doc = self.get_document(version)
        if not span.start < span.end <= len(doc.text):
            raise UnknownId(given)
        return get_passage(doc, span)

    def get_citation(self, given: str) -> Citation:
        """What a citation of a document or a passage says, of the version that the id means; raises UnknownId."""
        passage = self.get_passage(given) if given.startswith("p") else None
        doc = self.get_document(passage.version if passage else given)
        (version,) = [version for version in self.find_versions(doc.id) if version.id == doc.version]
        return get_citation(doc, version, passage)

    def find_versions(self, document: str) -> tuple[Version, ...]:
        """Every version of a document, oldest first."""
        return documents.find_versions(self._db, document)

    def find_addresses(self, source: str) -> tuple[str, ...]:
        """Every address at which a source was found."""
        return addresses.find_addresses(self._db, source)

    def find_findings(self, *, code: str = "", level: Level | None = None, document: str = "") -> tuple[Finding, ...]:
        """What should be known of the data; `code` may be the start of one (`read-`)."""
        return findings.find_findings(self._db, code=code, level=level, document=document)

    def get_status(self) -> Status:
        """The record at a glance."""
        return status.get_status(self._db, self.path)

    def verify(self) -> Iterator[Finding]:
        """Check every byte and every span again; no finding means that all is as it was added."""
        yield from integrity.check_database(self._db)
        yield from integrity.check_sources(self._db, self.path / "sources")
        yield from integrity.check_documents(self._db)
        yield from integrity.check_index(self.path / "index", segments.find_hashes(self._db), hash_tables)

    def _get_index(self) -> tuple[Index, RecordLibrary]:
        if self._open is None:
            self._drop_lost_segments()
            self.index()
            folders = [self.path / "index" / name for name in segments.find_segments(self._db)]
            index = open_index(folders, hidden=documents.find_superseded(self._db))
            self._open = index, RecordLibrary(self._db, find_people)
        return self._open

    def _trace_again(self) -> None:
        # What was absent may stand in a document that has just been added.
        again = traces.find_open_traces(self._db)
        if again:
            self.keep_traces(tuple(self.trace(trace.quotation) for trace in again))

    def _drop_lost_segments(self) -> None:
        # The index is derived: where a folder is gone, its documents are indexed again.
        names = segments.find_segments(self._db)
        lost = [name for name in names if not (self.path / "index" / name).is_dir()]
        if lost:
            with writing(self._db, self.path):
                segments.drop_segments(self._db, lost)


def get_window(first: str, last: str) -> Dating:
    """The days from the first that one text can mean to the last that another can; empty is open. Raises BadDate."""
    start = parse_date(first).earliest if first else None
    return Dating.between(start, parse_date(last).latest if last else None)


def get_quotation(claim: Claim) -> Quotation:
    """The quotation that somebody typed; raises BadDate."""
    return Quotation(text=claim.text, by=claim.by, on=parse_date(claim.on) if claim.on else None)


def open_record(path: Path, *, create: bool = False) -> Record:
    """The record at a path; `create` makes one where there is none. Raises RecordMissing, RecordTooNew, RecordBusy."""
    database = path / "record.sqlite"
    if not create and not database.exists():
        raise RecordMissing(path)
    (path / "sources").mkdir(parents=True, exist_ok=True)
    return Record(path, schema.connect(database))


def _is_of(by: str, moment: Moment, known: tuple[Person, ...]) -> bool:
    """Whether the person spoke there or took part."""
    present = tuple(Person(name=name) for name in (moment.speaker, *moment.participants) if name)
    meant = {person.name for person in find_people(by, known)}
    there = {person.name for each in present for person in find_people(each.name, known)}
    return bool(meant & there or find_people(by, present))


def _build_segment(folder: Path, numbered: Iterable[tuple[int, Document]]) -> tuple[str, int]:
    info = build_segment(folder, numbered)
    return info.sha256, info.words
