"""The connection to the database: whatever SQLite reports comes out as an error of the record."""

import sqlite3
from pathlib import Path
from typing import Any, Self

from onrecord.errors import RecordBusy, RecordDamaged, RecordUnwritable
from onrecord.store.sources import get_hash

BUSY_SECONDS = 30.0
_PRIMARY = 0xFF
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_SURROUNDINGS = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# A statement that passed the tests and is refused meets another schema than it was written for; `cannot start a
# transaction` and its like are slips of the program.
_SLIP = "cannot "
# Python's own report of a text that is no text.
_UNDECODED = "Could not decode"


class Cursor(sqlite3.Cursor):
    """A cursor that raises errors of the record."""

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # noqa: ANN401 - as the base class has it
        """As `sqlite3.Cursor.execute`."""
        try:
            return super().execute(sql, parameters)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise to_error(error, get_path(self.connection)) from error

    def executemany(self, sql: str, rows: Any, /) -> Self:  # noqa: ANN401 - as the base class has it
        """As `sqlite3.Cursor.executemany`."""
        try:
            return super().executemany(sql, rows)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise to_error(error, get_path(self.connection)) from error

    def __next__(self) -> Any:  # noqa: ANN401 - as the base class has it
        try:
            return super().__next__()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise to_error(error, get_path(self.connection)) from error

    def fetchone(self) -> Any:  # noqa: ANN401 - as the base class has it
        """As `sqlite3.Cursor.fetchone`."""
        return next(self, None)

    def fetchall(self) -> list[Any]:
        """As `sqlite3.Cursor.fetchall`."""
        return list(self)


class Connection(sqlite3.Connection):
    """A connection whose cursors raise errors of the record."""

    def cursor(self, factory: Any = Cursor) -> Any:  # noqa: ANN401 - as the base class has it
        """As `sqlite3.Connection.cursor`."""
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = (), /) -> Any:  # noqa: ANN401 - as the base class has it
        """As `sqlite3.Connection.execute`."""
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql: str, rows: Any, /) -> Any:  # noqa: ANN401 - as the base class has it
        """As `sqlite3.Connection.executemany`."""
        return self.cursor().executemany(sql, rows)


def open_connection(path: Path) -> sqlite3.Connection:
    """A connection that commits by `BEGIN` and `COMMIT` alone and knows the SQL function `seal`."""
    try:
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, factory=Connection)
    except sqlite3.OperationalError as error:
        raise to_error(error, path) from error
    db.create_function("seal", -1, get_seal, deterministic=True)
    return db


def get_seal(*values: object) -> str:
    """A hash of a row's values that guards it against a flipped byte."""
    return get_hash("\0".join(map(str, values)).encode("utf-8", "surrogatepass"))[:16]


def get_path(db: sqlite3.Connection) -> Path:
    """The file of the database."""
    rows = sqlite3.Cursor(db).execute("PRAGMA database_list").fetchall()
    return Path(rows[0][2]) if rows else Path()


def to_error(error: sqlite3.DatabaseError | UnicodeDecodeError, path: Path) -> Exception:
    """The error of the record that a report of SQLite means; the report itself where it is a fault of the program.

    A report that quotes a damaged schema may not even be text.
    """
    code = getattr(error, "sqlite_errorcode", 0)
    if code & _PRIMARY in _BUSY:
        return RecordBusy(path.parent)
    if _is_damage(error, code):
        return RecordDamaged(reason=f"{path}: {error}")
    if code & _PRIMARY in _SURROUNDINGS:
        return RecordUnwritable(path.parent, reason=str(error))
    return error


def _is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError, code: int) -> bool:
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(_UNDECODED):
        return True
    if code == sqlite3.SQLITE_ERROR:
        return not str(error).startswith(_SLIP)
    return code & _PRIMARY in _DAMAGE or code == sqlite3.SQLITE_IOERR_SHORT_READ
