"""The record as tracing sees it."""

import functools
import sqlite3
from collections.abc import Callable

from onrecord.model import Person, Searched
from onrecord.store.documents import get_document, get_text
from onrecord.store.people import find_people
from onrecord.store.status import get_searched

# Drafts quote the same few documents again and again.
CACHED_DOCUMENTS = 256

NameFinder = Callable[[str, tuple[Person, ...]], tuple[Person, ...]]


class RecordLibrary:
    """Texts, documents and speakers by the numbers that the index uses; what is read is kept for the next question."""

    def __init__(self, db: sqlite3.Connection, find_named: NameFinder) -> None:
        self.get_text = functools.lru_cache(CACHED_DOCUMENTS)(functools.partial(get_text, db))
        self.get_document = functools.lru_cache(CACHED_DOCUMENTS)(functools.partial(get_document, db))
        self.find_speakers = functools.lru_cache(CACHED_DOCUMENTS)(self._find_speakers)
        self._db = db
        self._find_named = find_named

    @functools.cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody in the record."""
        return find_people(self._db)

    @functools.cached_property
    def searched(self) -> Searched:
        """What the record covers."""
        return get_searched(self._db)

    def get_searched(self) -> Searched:
        """What the record covers."""
        return self.searched

    def _find_speakers(self, name: str) -> frozenset[str]:
        return frozenset(person.name for person in self._find_named(name, self.people))
