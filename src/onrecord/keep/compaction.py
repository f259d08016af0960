"""A record without what it no longer needs."""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord.store import numbers, segments
from onrecord.store.sources import INCOMING, get_path
from onrecord.store.transaction import writing
from onrecord.trace.build import merge_segments

# Another process may still be writing a younger file.
_ABANDONED_SECONDS = 3600


def compact_record(db: sqlite3.Connection, path: Path) -> None:
    """Merge the index into one segment, and drop files and pages that nothing uses; the index must be up to date."""
    with writing(db):
        _merge_index(db, path / "index")
        db.execute("INSERT INTO fulltext (fulltext) VALUES ('optimize')")
        for file in _find_unused(db, path / "sources"):
            file.unlink(missing_ok=True)
    segments.remove_unused(db, path / "index")
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _merge_index(db: sqlite3.Connection, folder: Path) -> None:
    names = segments.find_segments(db)
    hidden = numbers.find_retired(db)
    if len(names) <= 1 and not hidden:
        return
    name = segments.build_name()
    info = merge_segments(folder / name, [folder / each for each in names], hidden=hidden)
    segments.replace_segments(db, name, documents=info.documents, words=info.words, sha256=info.sha256)


def _find_unused(db: sqlite3.Connection, folder: Path) -> Iterator[Path]:
    used = {get_path(folder, sha256) for (sha256,) in db.execute("SELECT sha256 FROM sources")}
    for file in folder.rglob("*"):
        is_young = file.name.startswith(INCOMING) and time.time() - file.stat().st_mtime < _ABANDONED_SECONDS
        if file.is_file() and file not in used and not is_young:
            yield file
