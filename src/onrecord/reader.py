"""A record opened for reading: whatever is asked of it, nothing on the disk changes."""

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec

from onrecord.attribute import find_people
from onrecord.attribute.sentences import find_sentence_ends
from onrecord.errors import BadRequest, RecordMissing, TookTooLong, UnknownId
from onrecord.keep.index import RecordIndex
from onrecord.model import Card, Document, Facets, Hit, Person, Quotation, Scope, Source, Span, Speaker, Trace, Year
from onrecord.pipeline import find_quotations_in
from onrecord.read import read_draft
from onrecord.record import Record
from onrecord.store import (
    catalogue,
    documents,
    numbers,
    people,
    results,
    segments,
    sources,
    speakers,
    versions,
    years,
)
from onrecord.store.catalogue import Order
from onrecord.store.library import RecordLibrary
from onrecord.store.passages import get_passage
from onrecord.store.query import Query, parse_query
from onrecord.store.readonly import connect_readonly
from onrecord.trace import Index, open_index

# SQLite asks after this many of its own steps whether it shall go on.
STEPS_A_LOOK = 10_000
PASSAGES_A_HIT = 3
_NONE: Mapping[int, int] = {}
_EVERYTHING = Scope()

__all__ = ["Draft", "Order", "Query", "Reader", "open_reader"]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A text to be checked, as it was read, and the quotations in it, whose pieces are spans of its text.

    `exclude` are the rows of documents that are no evidence for it: those of its own bytes.
    """

    document: Document
    exclude: frozenset[int]
    quotations: tuple[Quotation, ...]


class StandingIndex(RecordIndex):
    """The index of a record as it is: what it does not cover is not traced, and nothing is built."""

    def update(self) -> bool:
        """Builds nothing."""
        return False

    def catch_up(self) -> None:
        """Builds nothing."""

    def get(self) -> tuple[Index, RecordLibrary]:
        """The segments that are there, and what tracing needs of the record beside them."""
        state = self._get_state()
        if self._open is None or state != self._state:
            folders = [self._folder / name for name in segments.find_segments(self._db)]
            index = open_index([folder for folder in folders if folder.is_dir()], hidden=numbers.find_hidden(self._db))
            self._open, self._state = (index, RecordLibrary(self._db, find_people)), state
        return self._open


class Reader(Record):
    """A record that is only read. Its index is used as it is: documents that it does not cover are not traced."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        super().__init__(path, db)
        self._index = StandingIndex(db, path)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Let no question to the database take longer; raises TookTooLong."""
        end = time.monotonic() + seconds
        self._db.set_progress_handler(lambda: time.monotonic() > end, STEPS_A_LOOK)
        try:
            yield
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise TookTooLong(seconds) from error
            raise
        finally:
            self._db.set_progress_handler(None, 0)

    def get_state(self) -> int:
        """A number that grows when something was added."""
        (state,) = self._db.execute("SELECT coalesce(max(number), 0) FROM sightings").fetchone()
        return int(state)

    def count_unindexed(self) -> int:
        """How many documents the tracing index does not cover yet, or does not any more."""
        names = segments.find_segments(self._db)
        lost = [name for name in names if not (self.path / "index" / name).is_dir()]
        return segments.count_unindexed(self._db) + segments.count_covered(self._db, lost)

    def parse_query(self, query: str) -> Query:
        """The search that somebody typed, understood; raises BadQuery."""
        return parse_query(query)

    def find_numbers(self, query: Query, scope: Scope = _EVERYTHING, *, order: Order | None = None) -> tuple[int, ...]:
        """The rows of the documents that answer a search, best first unless another order is asked for."""
        numbers = results.find_numbers(self._db, query.match, scope)
        return catalogue.sort_numbers(self._db, numbers, order) if order else numbers

    def find_hits(self, query: Query, numbers: tuple[int, ...]) -> tuple[Hit, ...]:
        """The documents in these rows in their order, with the first places of each that answer the search."""
        cards = catalogue.find_cards_numbered(self._db, numbers)
        hits = {
            number: _make_hit(cards[number], text, spans)
            for number, text, spans in results.find_places(self._db, query.match, numbers)
        }
        return tuple(hits[number] for number in numbers)

    def count_places(self, query: Query, numbers: tuple[int, ...]) -> dict[int, int]:
        """The number of places in each of these rows that answer a search; takes as long as reading their texts."""
        return results.count_places(self._db, query.match, numbers)

    def count_facets(self, numbers: tuple[int, ...]) -> Facets:
        """The speakers and forms of the documents in these rows."""
        return catalogue.count_facets(self._db, numbers)

    def find_places_in(self, doc: Document, query: Query) -> tuple[tuple[int, int], ...]:
        """The start and the end of every place in a document that answers a search, in order."""
        number = documents.find_number(self._db, doc.version)
        found = results.find_places(self._db, query.match, () if number is None else (number,))
        return tuple((span.start, span.end) for _, _, spans in found for span in spans)

    def find_sentence_starts(self, doc: Document) -> tuple[int, ...]:
        """Where the sentences of a document begin, as far as punctuation tells."""
        return (0, *find_sentence_ends(doc.text, ())[:-1])

    def find_card(self, number: int) -> Card:
        """The card of one row."""
        return catalogue.find_cards_numbered(self._db, (number,))[number]

    def find_number(self, given: str) -> int:
        """The row of a document or of a version; raises UnknownId."""
        number = documents.find_number(self._db, given)
        if number is None:
            raise UnknownId(given)
        return number

    def count_cards(self, scope: Scope = _EVERYTHING) -> int:
        """How many documents are in the scope."""
        return catalogue.count_cards(self._db, scope)

    def find_cards(
        self, scope: Scope = _EVERYTHING, *, order: Order = "added", offset: int = 0, limit: int = 50
    ) -> tuple[Card, ...]:
        """The documents in the scope, without their texts."""
        return catalogue.find_cards(self._db, scope, order=order, offset=offset, limit=limit)

    def find_latest_cards(self, limit: int) -> tuple[Card, ...]:
        """The documents that were added last."""
        return catalogue.find_latest_cards(self._db, limit)

    def count_years(self, scope: Scope = _EVERYTHING, places: Mapping[int, int] = _NONE) -> tuple[Year, ...]:
        """What the record holds of each year; `places` counts the answers to a search by row."""
        return years.count_years(self._db, scope, places)

    def count_undated(self, scope: Scope = _EVERYTHING) -> int:
        """How many documents no single year can be given to."""
        return years.count_undated(self._db, scope)

    def find_people(self) -> tuple[Person, ...]:
        """Everybody whom the record knows by name."""
        return people.find_people(self._db)

    def find_speakers(self) -> tuple[Speaker, ...]:
        """Everybody whose words documents are, who has the most first."""
        return speakers.find_speakers(self._db)

    def find_traces_to(self, speaker: str, *, limit: int) -> tuple[Trace, ...]:
        """Kept traces of quotations that lead to documents of a speaker."""
        return speakers.find_traces_to(self._db, speaker, limit=limit)

    def find_traces_by(self, speaker: str, *, limit: int) -> tuple[Trace, ...]:
        """Kept traces of quotations that stand in documents of a speaker."""
        return speakers.find_traces_by(self._db, speaker, limit=limit)

    def get_source(self, sha256: str) -> Source:
        """The source with this hash; raises UnknownId."""
        source = sources.find_source(self._db, sha256)
        if source is None:
            raise UnknownId(sha256)
        return source

    def read_source(self, source: Source) -> bytes:
        """The bytes of a source, untouched."""
        return sources.get_path(self.path / "sources", source.sha256).read_bytes()

    def read_drafts(self, data: bytes, *, address: str, is_typed: bool = False) -> tuple[Draft, ...]:
        """A text to be checked with its quotations; `address` tells its type by its ending.

        What `is_typed` is plain text, never markup. Nothing is kept of it. Raises BadRequest where nothing can be read.
        """
        _, library = self._index.get()
        read, findings = read_draft(data, address=address, is_typed=is_typed)
        if not read:
            raise BadRequest(reason="; ".join(finding.message for finding in findings))
        exclude = versions.find_numbers_of_draft(self._db, sources.get_hash(data), address=address)
        return tuple(
            Draft(
                document=doc,
                exclude=exclude,
                quotations=tuple(
                    msgspec.structs.replace(quotation, document="", version="")
                    for quotation in find_quotations_in(doc, people=library.people)
                ),
            )
            for doc in read
        )


def _make_hit(card: Card, text: str, spans: tuple[Span, ...]) -> Hit:
    doc = Document(
        id=card.document,
        version=card.version,
        source="",
        form=card.form,
        title=card.title,
        text=text,
        speaker=card.speaker,
        date=card.date,
        completeness=card.completeness,
    )
    return Hit(card=card, places=len(spans), passages=tuple(get_passage(doc, span) for span in spans[:PASSAGES_A_HIT]))


def open_reader(path: Path) -> Reader:
    """The record at a path, for reading; raises RecordMissing, RecordTooNew, RecordTooOld."""
    database = path / "record.sqlite"
    if not database.exists():
        raise RecordMissing(path)
    return Reader(path, connect_readonly(database))
