import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import RecordBusy, RecordDamaged, RecordUnwritable
from onrecord.store.connection import open_connection


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with one table."""
    db = open_connection(tmp_path / "record.sqlite")
    db.execute("CREATE TABLE lamps (name TEXT)")
    db.close()
    return tmp_path / "record.sqlite"


def test_a_lock_is_a_busy_record(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.store.connection.BUSY_SECONDS", 0)
    one, other = open_connection(path), open_connection(path)
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordBusy, match="is busy"):
        other.execute("BEGIN IMMEDIATE")
    one.close()
    other.close()


def test_a_full_disk_is_told_with_its_place(path: Path) -> None:
    db = open_connection(path)
    db.execute("PRAGMA max_page_count = 2")
    with pytest.raises(RecordUnwritable, match="is full"):
        db.executemany("INSERT INTO lamps VALUES (?)", [("x" * 4096,)] * 9)
    db.close()


def test_text_that_is_none_is_damage(path: Path) -> None:
    db = open_connection(path)
    db.execute("INSERT INTO lamps VALUES (CAST(x'ff' AS TEXT))")
    with pytest.raises(RecordDamaged, match="Could not decode"):
        db.execute("SELECT name FROM lamps").fetchall()
    db.close()


def test_a_table_that_is_gone_is_damage_and_a_slip_is_not(path: Path) -> None:
    db = open_connection(path)
    with pytest.raises(RecordDamaged, match="no such table"):
        db.execute("SELECT name FROM versions")
    with pytest.raises(sqlite3.OperationalError, match="cannot commit"):
        db.execute("COMMIT")
    db.close()


def test_a_seal_tells_rows_apart(path: Path) -> None:
    db = open_connection(path)
    rows = [("a", 1), ("a", 2), ("a", None)]
    assert len({db.execute("SELECT seal(?, ?)", row).fetchone() for row in rows}) == len(rows)
    db.close()
