"""A connection that cannot write."""

import sqlite3
from pathlib import Path

from onrecord.errors import RecordTooNew, RecordTooOld
from onrecord.store.connection import BUSY_SECONDS, Connection, to_error
from onrecord.store.schema import MIGRATIONS


def connect_readonly(path: Path) -> sqlite3.Connection:
    """An open database that SQLite refuses to write to, for one thread at a time.

    Raises RecordTooNew, RecordTooOld, RecordDamaged, RecordUnwritable.
    """
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        db = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=Connection
        )
    except sqlite3.OperationalError as error:
        raise to_error(error, path) from error
    db.execute("PRAGMA query_only = ON")
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found != len(MIGRATIONS):
        db.close()
        error_class = RecordTooNew if found > len(MIGRATIONS) else RecordTooOld
        raise error_class(path.parent, found=found, known=len(MIGRATIONS))
    return db
