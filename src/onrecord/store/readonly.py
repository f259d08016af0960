"""A connection that cannot write."""

import sqlite3
from pathlib import Path

from onrecord.errors import RecordTooNew, RecordTooOld
from onrecord.store.schema import BUSY_SECONDS, MIGRATIONS


def connect_readonly(path: Path) -> sqlite3.Connection:
    """An open database that SQLite refuses to write to, for one thread at a time; raises RecordTooNew, RecordTooOld."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    db = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA query_only = ON")
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found != len(MIGRATIONS):
        db.close()
        error = RecordTooNew if found > len(MIGRATIONS) else RecordTooOld
        raise error(path.parent, found=found, known=len(MIGRATIONS))
    return db


def get_state(db: sqlite3.Connection) -> int:
    """A number that changes when another process has committed something."""
    (state,) = db.execute("PRAGMA data_version").fetchone()
    return int(state)
