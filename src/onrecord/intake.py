"""Files into the record: read, stored in batches, each document whole or not at all."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.keep.arrivals import Arrival, get_known, is_held, refuse, refuse_removed, store_arrival
from onrecord.model import Addition, Delivery, Entry, Finding, Office, Source, Where
from onrecord.pipeline import NO_OFFICE, read_documents
from onrecord.read import MAX_SIZE, find_media_type
from onrecord.store import addresses, people, sources, tombstones
from onrecord.store.files import read_file
from onrecord.store.transaction import writing

# A commit waits for the disk, so one serves many files; what is reported as added has been committed.
BYTES_A_BATCH = 4_000_000
FILES_A_BATCH = 250

# A file, bytes that came otherwise, or why there are none.
Given = Path | Delivery | Finding


class Intake:
    """Adds files to one record; keeps the batch that is not yet committed."""

    def __init__(
        self,
        db: sqlite3.Connection,
        path: Path,
        *,
        office: Office = NO_OFFICE,
        max_size: int = MAX_SIZE,
        published: str = "",
    ) -> None:
        self._db = db
        self._folder = path / "sources"
        self._office = office
        self._max_size = max_size
        self._published = published
        # In the order of the files; those with nothing new are answered with the rest.
        self._batch: list[Arrival | Addition] = []
        self._bytes = 0

    def add(self, files: Iterable[tuple[Given, str, Entry | None]]) -> Iterator[Addition]:
        """What became of each (path, address, manifest entry); an answer comes when its batch is on disk."""
        with writing(self._db):
            speaker = (self._office.speaker,) if self._office.speaker else ()
            people.insert_people(self._db, (*speaker, *self._office.people))
        for path, address, entry in files:
            taken = self._take(path, address, entry)
            self._batch.append(taken)
            self._bytes += taken.source.size if isinstance(taken, Arrival) else 0
            if len(self._batch) >= FILES_A_BATCH or self._bytes >= BYTES_A_BATCH:
                yield from self._commit()
        yield from self._commit()

    def _take(self, given: Given, address: str, entry: Entry | None) -> Arrival | Addition:
        delivery = self._open(given) if isinstance(given, Path) else given
        if isinstance(delivery, Finding):
            return self._refuse(address, delivery)
        data = delivery.data
        if len(data) > self._max_size:
            message = f"more than {self._max_size:,} bytes, which is the most that is taken in; see --max-size"
            return self._refuse(address, _find("read-too-large", message))
        sha256 = sources.get_hash(data)
        if is_held(self._db, address, sha256):
            return get_known(self._db, address, sha256)
        tombstone = tombstones.find_tombstone_of_source(self._db, sha256)
        if tombstone is not None:
            with writing(self._db):
                return refuse_removed(self._db, address, tombstone)
        read, found = read_documents(
            data,
            address=address,
            office=self._office,
            entry=_add_published(entry, address, self._published),
            max_size=self._max_size,
            content_type=delivery.content_type,
        )
        media_type = find_media_type(data, address=address, content_type=delivery.content_type)
        source = Source(sha256=sha256, media_type=media_type, size=len(data))
        return Arrival(address=address, source=source, data=data, documents=read, findings=found)

    def _open(self, path: Path) -> Delivery | Finding:
        try:
            return Delivery(data=read_file(path, self._max_size))
        except OSError as error:
            return _find("read-unreadable", f"cannot be read: {error.strerror}")

    def _refuse(self, address: str, finding: Finding) -> Addition:
        with writing(self._db):
            return refuse(self._db, address, msgspec.structs.replace(finding, where=Where(address=address)))

    def _commit(self) -> Iterator[Addition]:
        arrivals = [item for item in self._batch if isinstance(item, Arrival)]
        done = self._store(arrivals) if arrivals else {}
        answers = [item if isinstance(item, Addition) else done[id(item)] for item in self._batch]
        self._batch, self._bytes = [], 0
        yield from answers

    def _store(self, arrivals: list[Arrival]) -> dict[int, Addition]:
        data = {arrival.source.sha256: arrival.data for arrival in arrivals}
        sources.write_sources(self._folder, data)
        with writing(self._db):
            # Bytes that nothing used yet may have been swept away by `compact` since they were written.
            sources.write_sources(self._folder, data)
            done = {id(arrival): store_arrival(self._db, arrival) for arrival in arrivals}
        for sha256 in data:
            if not addresses.has_source(self._db, sha256):
                sources.get_path(self._folder, sha256).unlink(missing_ok=True)
        return done


def _add_published(entry: Entry | None, address: str, published: str) -> Entry | None:
    """The manifest's entry, with the day of publication that was given for all where it names none."""
    if not published or (entry is not None and entry.published):
        return entry
    return msgspec.structs.replace(entry or Entry(path=address), published=published)


def _find(code: str, message: str) -> Finding:
    return Finding(code=code, level="problem", message=message)
