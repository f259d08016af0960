import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import RecordTooNew
from onrecord.store.schema import MIGRATIONS, connect


def test_a_new_record_has_the_newest_schema(tmp_path: Path) -> None:
    db = connect(tmp_path / "record.sqlite")
    assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    db.close()


def test_opening_twice_changes_nothing(tmp_path: Path) -> None:
    connect(tmp_path / "record.sqlite").close()
    db = connect(tmp_path / "record.sqlite")
    assert db.execute("SELECT count(*) FROM documents_view").fetchone() == (0,)
    db.close()


def test_a_newer_record_is_refused_with_both_versions_named(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / "record.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(RecordTooNew, match=r"schema 99, this onrecord knows up to"):
        connect(tmp_path / "record.sqlite")
