"""The derived index of a record: brought up to date, opened, checked."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.attribute import find_people
from onrecord.model import Document, Finding
from onrecord.store import integrity, numbers, segments
from onrecord.store.library import RecordLibrary
from onrecord.store.transaction import writing
from onrecord.trace import Index, build_segment, open_index
from onrecord.trace.tables import hash_tables


class RecordIndex:
    """The index of one record, which is opened when it is first asked for and again when the record has changed."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._folder = path / "index"
        self._open: tuple[Index, RecordLibrary] | None = None
        self._state = 0

    def forget(self) -> None:
        """Open the index anew when it is asked for again: the record has changed."""
        self._open = None

    def update(self) -> bool:
        """Cover every document, and say whether some were not covered; does nothing where all are."""
        self.forget()
        if not segments.count_unindexed(self._db):
            return False
        self._folder.mkdir(exist_ok=True)
        with writing(self._db):
            segments.index_documents(self._db, self._folder, _build_segment)
        segments.remove_unused(self._db, self._folder)
        return True

    def rebuild(self) -> None:
        """Build all of it anew from the stored documents."""
        with writing(self._db):
            segments.drop_segments(self._db, segments.find_segments(self._db))
        self.update()

    def catch_up(self) -> None:
        """Make sure that `get` finds all of it there; a folder that is gone is built again."""
        if self._open is None or self._get_state() != self._state:
            self._drop_lost()
            self.update()

    def get(self) -> tuple[Index, RecordLibrary]:
        """The index as the manifest has it, and what tracing needs of the record beside it; nothing is written."""
        state = self._get_state()
        if self._open is None or state != self._state:
            folders = [self._folder / name for name in segments.find_segments(self._db)]
            index = open_index(folders, hidden=numbers.find_hidden(self._db))
            self._open, self._state = (index, RecordLibrary(self._db, find_people)), state
        return self._open

    def check(self) -> Iterator[Finding]:
        """A finding for each segment whose files are gone or changed."""
        # A generator, so that a database that cannot be read is met by whoever asks for the findings.
        yield from integrity.check_index(self._folder, segments.find_hashes(self._db), hash_tables)

    def _get_state(self) -> int:
        # The number changes when another process commits: what it added is found, what it removed is not.
        (state,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(state)

    def _drop_lost(self) -> None:
        lost = [name for name in segments.find_segments(self._db) if not (self._folder / name).is_dir()]
        if lost:
            with writing(self._db):
                segments.drop_segments(self._db, lost)


def _build_segment(folder: Path, numbered: Iterable[tuple[int, Document]]) -> tuple[str, int]:
    info = build_segment(folder, numbered)
    return info.sha256, info.words
