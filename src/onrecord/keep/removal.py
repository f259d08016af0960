"""A document is removed: its words go, a tombstone stays."""

import datetime as dt
import sqlite3
from pathlib import Path

from onrecord.errors import BadRuling
from onrecord.keep.rulings import find_orphaned
from onrecord.model import Document, Tombstone
from onrecord.store import findings, rulings, segments, tombstones
from onrecord.store.transaction import writing


def remove_document(db: sqlite3.Connection, path: Path, doc: Document, *, because: str) -> Tombstone:
    """Take a document with all its versions out of the record; bytes go where no other document was read from them.

    The segments of the index that held it are dropped and must be built again. Raises BadRuling without a reason.
    """
    if not because.strip():
        raise BadRuling(reason="say why it is removed, so that the tombstone can")
    tombstone = Tombstone(
        document=doc.id,
        title=doc.title,
        removed=dt.datetime.now(dt.UTC),
        because=" ".join(because.split()),
        versions=(),
        addresses=(),
    )
    with writing(db):
        segments.drop_segments(db, segments.find_segments_of(db, doc.id))
        unused = tombstones.bury_document(db, tombstone)
        findings.insert_findings(db, find_orphaned(rulings.find_rulings(db, document=doc.id)))
    tombstones.delete_files(path / "sources", unused)
    # The log beside the database still holds the pages as they were.
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return tombstones.find_tombstone(db, doc.id) or tombstone
