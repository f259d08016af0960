"""The record: open it, add to it, ask it."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from onrecord.attribute import find_people
from onrecord.date import parse_date
from onrecord.errors import RecordDamaged, RecordMissing, UnknownId
from onrecord.export.citation import Citation, get_citation
from onrecord.intake import Intake
from onrecord.keep.backup import write_backup
from onrecord.keep.compaction import compact_record
from onrecord.keep.comparison import compare_documents
from onrecord.keep.index import RecordIndex
from onrecord.keep.removal import remove_document
from onrecord.keep.restoration import restore_files
from onrecord.keep.rulings import make_ruling, undo_ruling
from onrecord.keep.succession import find_same_place
from onrecord.model import (
    Addition,
    Backup,
    Claim,
    Comparison,
    Dating,
    Delivery,
    Document,
    Entry,
    Finding,
    Level,
    Moment,
    Office,
    Passage,
    Person,
    Quotation,
    Ruling,
    RulingField,
    Status,
    Tombstone,
    Trace,
    Version,
)
from onrecord.pipeline import NO_OFFICE, date_again, find_quotations_in, read_quotations
from onrecord.read import MAX_SIZE
from onrecord.store import (
    addresses,
    documents,
    files,
    findings,
    integrity,
    numbers,
    people,
    rulings,
    schema,
    search,
    sources,
    status,
    timeline,
    tombstones,
    traces,
    versions,
)
from onrecord.store.passages import get_passage, parse_passage_id
from onrecord.store.transaction import reading, writing
from onrecord.trace import trace_quotation

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
        self._index = RecordIndex(db, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; the record can be opened again."""
        self._index.forget()
        self._db.close()

    def add(
        self,
        paths: Iterable[Path],
        *,
        office: Office = NO_OFFICE,
        entries: Iterable[tuple[Path, Entry]] = (),
        max_size: int = MAX_SIZE,
        published: str = "",
    ) -> Iterator[Addition]:
        """Add files, folders and the files of a manifest, and say what became of each; then bring the index up to date.

        An entry speaks of the file at its path, `published` of every file: the day on which its page went out. What is
        larger than `max_size` bytes is refused with a finding. An `Addition` comes when it is on disk for good. Raises
        PathMissing, RecordBusy, BadDate.
        """
        intake = self._open_intake(office, max_size, published)
        yield from intake.add(files.find_wanted(tuple(paths), entries))
        self._catch_up()

    def add_delivery(
        self,
        delivery: Delivery,
        *,
        address: str,
        office: Office = NO_OFFICE,
        max_size: int = MAX_SIZE,
        published: str = "",
    ) -> Addition:
        """Add bytes that are in no file, under an address that is theirs from then on. Raises RecordBusy, BadDate."""
        intake = self._open_intake(office, max_size, published)
        (addition,) = intake.add([(delivery, files.clean_address(address), None)])
        self._catch_up()
        return addition

    def _open_intake(self, office: Office, max_size: int, published: str) -> Intake:
        if published:
            parse_date(published)
        return Intake(self._db, self.path, office=office, max_size=max_size, published=published)

    def add_pages(  # noqa: PLR0913 - all that may be told of pages
        self,
        pages: Iterable[str],
        *,
        office: Office = NO_OFFICE,
        max_size: int = MAX_SIZE,
        delay: float = 1.0,
        allow_private: bool = False,
        published: str = "",
    ) -> Iterator[Addition]:
        """Fetch pages from the web (`https://…`), add them, and say what became of each.

        Sites are asked as their robots.txt lets them be, one page in `delay` seconds, and only whether the page has
        changed where it is held already. Hosts that are not on the public internet are refused unless `allow_private`,
        redirected to or not. Raises RecordBusy.
        """
        # What speaks HTTP takes longer to load than a whole check.
        from onrecord.fetch.fetching import Fetcher  # noqa: PLC0415
        from onrecord.retrieval import add_page  # noqa: PLC0415

        intake = self._open_intake(office, max_size, published)
        with Fetcher(max_size=max_size, delay=delay, allow_private=allow_private) as fetcher:
            folder = self.path / "sources"
            added = (add_page(self._db, folder, page, fetcher=fetcher, intake=intake) for page in pages)
            yield from added
        self._catch_up()

    def _catch_up(self) -> None:
        if self._index.update():
            self._trace_again()

    def index(self) -> None:
        """Cover every document with the tracing index; does nothing where that is so."""
        self._index.update()

    def reindex(self) -> None:
        """Build the tracing index anew from the stored documents."""
        self._index.rebuild()

    def trace(self, quotation: Quotation, *, exclude: frozenset[int] = frozenset()) -> Trace:
        """The verdict on a quotation; the documents with the numbers `exclude` are no evidence for it.

        Nor is, for a quotation that stands in a document of the record, any version of it or anything of its bytes.
        """
        try:
            return self._trace(quotation, exclude)
        except FileNotFoundError:
            # Another process merged segments of the index between their naming and their opening.
            return self._trace(quotation, exclude)

    def _trace(self, quotation: Quotation, exclude: frozenset[int]) -> Trace:
        self._index.catch_up()
        with reading(self._db):
            index, library = self._index.get()
            if quotation.version:
                exclude |= versions.find_own_numbers(self._db, quotation.version)
            try:
                return trace_quotation(quotation, index, library, exclude=exclude)
            except (LookupError, ValueError, ArithmeticError, msgspec.MsgspecError) as error:
                # Nothing that a sound index holds raises these; a damaged one is worth its hashing now.
                if any(self._index.check()):
                    raise RecordDamaged(reason=f"the index in {self.path / 'index'}") from error
                raise

    def check(self, text: str, *, by: str = "", on: str = "") -> Trace:
        """The verdict on a text that somebody is said to have said; raises BadDate."""
        return self.trace(get_quotation(Claim(text=text, by=by, on=on)))

    def audit(self, data: bytes, *, address: str) -> Audit:
        """The verdict on every quotation of a draft; `address` tells its type by its ending (`draft.md`)."""
        _, library = self._index.get()
        quotations, found = read_quotations(data, address=address, people=library.people)
        exclude = versions.find_numbers_of_draft(self._db, sources.get_hash(data), address=address)
        return Audit(traces=tuple(self.trace(quotation, exclude=exclude) for quotation in quotations), findings=found)

    def find_own_quotations(self) -> tuple[Quotation, ...]:
        """Every quotation that stands in the record's own reports, essays and articles."""
        _, library = self._index.get()
        quoting = (self.get_document(document) for document in traces.find_quoting_documents(self._db))
        return tuple(quotation for doc in quoting for quotation in find_quotations_in(doc, people=library.people))

    def keep_traces(self, found: Iterable[Trace]) -> None:
        """Keep the traces of the record's own quotations, in place of earlier ones; all of them or none."""
        # Tracing reads in a transaction of its own, so it comes first.
        whole = tuple(found)
        with writing(self._db):
            traces.insert_traces(self._db, whole)

    def find_traces(self, document: str) -> tuple[Trace, ...]:
        """The kept traces of the quotations in a document."""
        return traces.find_traces(self._db, document)

    def find_quoting(self, document: str) -> tuple[Trace, ...]:
        """The kept traces that lead to a document: who quotes it."""
        return traces.find_quoting(self._db, document)

    def rule(self, given: str, field: RulingField, value: str, *, because: str) -> Ruling:
        """Set a field of a document (d… or v…), in every version in which it was read as it was here, and say why.

        Raises UnknownId, BadRuling, BadDate.
        """
        number = self._get_number(given)
        self._index.forget()
        with writing(self._db):
            ruling = make_ruling(self._db, number, field, value, because=because)
        self._trace_anew(traces.find_leading(self._db, ruling.document))
        return ruling

    def unrule(self, given: str) -> Ruling:
        """Undo the ruling with this id (r…), which is returned; the document shows what was read. Raises UnknownId."""
        self._index.forget()
        with writing(self._db):
            ruling = undo_ruling(self._db, given)
        self._trace_anew(traces.find_leading(self._db, ruling.document))
        return ruling

    def find_rulings(self, *, document: str = "") -> tuple[Ruling, ...]:
        """Every ruling, or those on one document (d…), in the order in which they were made."""
        return rulings.find_rulings(self._db, document=document)

    def remove(self, given: str, *, because: str) -> Tombstone:
        """Take a document with all its versions out of the record and leave a tombstone; the same bytes are refused.

        Raises UnknownId, Removed, BadRuling.
        """
        self._index.forget()
        doc = self.get_document(given)
        leading = traces.find_leading(self._db, doc.id)
        tombstone = remove_document(self._db, self.path, doc, because=because)
        self.index()
        self._trace_anew(trace for trace in leading if trace.quotation.document != doc.id)
        return tombstone

    def find_tombstones(self) -> tuple[Tombstone, ...]:
        """What was removed, oldest first."""
        return tombstones.find_tombstones(self._db)

    def backup(self, destination: Path) -> Backup:
        """Copy the record into an empty or absent folder, while others use it; the index is derived and left out.

        Raises RecordThere, RecordDamaged.
        """
        return write_backup(self._db, self.path, destination)

    def compact(self) -> None:
        """Merge the index into one segment, and drop the files and pages that nothing uses any more."""
        self.index()
        compact_record(self._db, self.path)

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

        Nothing is stored. Raises UnknownId, Removed, BadDate.
        """
        if published:
            parse_date(published)
        doc = self.get_document(given)
        page = sorted(documents.find_numbers_of_source(self._db, doc.source))
        read = tuple(documents.get_reading(self._db, number) for number in page)
        dated, found = date_again(read, office=office, published=published)
        (again,) = [each for each in dated if each.version == doc.version]
        return again, tuple(finding for finding in found if finding.where.document == doc.id)

    def get_document(self, given: str) -> Document:
        """The document with this id (`d…`), the version of one (`v…`) or that of a passage (`p…`).

        Raises UnknownId, Removed.
        """
        return documents.get_document(self._db, self._get_number(given))

    def get_passage(self, given: str) -> Passage:
        """The passage with this id (`p….start-end`); raises UnknownId, Removed."""
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

    def find_successor(self, passage: Passage) -> Passage | None:
        """The place of the same words in the document's current version; None where they are gone from it.

        A passage of the current version is its own successor. Never other words: where it is not certain which of
        several places is meant, there is none.
        """
        current = self.get_document(passage.document)
        if current.version == passage.version:
            return passage
        span = find_same_place(self.get_document(passage.version), passage.span, current)
        return None if span is None else get_passage(current, span)

    def is_current(self, version: str) -> bool:
        """Whether some address still yields this version (v…)."""
        return self._get_number(version) not in numbers.find_hidden(self._db)

    def compare(self, before: str, after: str) -> Comparison:
        """What differs between two versions (v…), or between two documents; raises UnknownId, Removed."""
        return compare_documents(self.get_document(before), self.get_document(after))

    def find_versions(self, document: str) -> tuple[Version, ...]:
        """Every version of a document, oldest first."""
        return versions.find_versions(self._db, document)

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
        for checks in (
            integrity.check_database(self._db),
            integrity.check_search(self._db),
            integrity.check_rows(self._db),
            integrity.check_findings(self._db),
            integrity.check_sources(self._db, self.path / "sources"),
            integrity.check_documents(self._db),
            self._index.check(),
        ):
            yield from integrity.survive(checks)

    def _get_number(self, given: str) -> int:
        """The row of a document, a version, or the version that a passage names."""
        if given.startswith("p"):
            given, _ = parse_passage_id(given)
        number = documents.find_number(self._db, given)
        if number is None:
            tombstones.check_removed(self._db, given)
            raise UnknownId(given)
        return number

    def _trace_again(self) -> None:
        # What was absent may stand in a document that has just been added.
        self._trace_anew(traces.find_open_traces(self._db))

    def _trace_anew(self, kept: Iterable[Trace]) -> None:
        again = tuple(self.trace(trace.quotation) for trace in kept)
        if again:
            self.keep_traces(again)


def get_window(first: str, last: str) -> Dating:
    """The days from the first that one text can mean to the last that another can; empty is open. Raises BadDate."""
    start = parse_date(first).earliest if first else None
    return Dating.between(start, parse_date(last).latest if last else None)


def _is_of(by: str, moment: Moment, known: tuple[Person, ...]) -> bool:
    """Whether the person spoke there or took part."""
    present = tuple(Person(name=name) for name in (moment.speaker, *moment.participants) if name)
    meant = {person.name for person in find_people(by, known)}
    there = {person.name for each in present for person in find_people(each.name, known)}
    return bool(meant & there or find_people(by, present))


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


def restore_record(source: Path, path: Path) -> Backup:
    """Make a record of a backup, whose every byte is checked first; nothing is overwritten.

    Raises BadBackup, RecordThere, RecordTooNew.
    """
    manifest = restore_files(source, path)
    with open_record(path) as record:
        record.reindex()
    return manifest
