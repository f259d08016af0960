import shutil
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import RecordDamaged, RecordTooNew
from onrecord.record import open_record
from onrecord.store.schema import MIGRATIONS, connect

FIRST = Path(__file__).parents[1] / "cases/store/schema-1"


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


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A record as schema 1 had it: three documents, one of them in two versions."""
    path = tmp_path / "first.record"
    shutil.copytree(FIRST / "sources", path / "sources")
    db = sqlite3.connect(path / "record.sqlite", isolation_level=None)
    for script in (MIGRATIONS[0], (FIRST / "record.sql").read_text(encoding="utf-8"), "PRAGMA user_version = 1"):
        db.executescript(script)
    db.close()
    return path


def test_a_record_of_the_first_schema_becomes_one_of_the_newest(first: Path) -> None:
    with open_record(first) as record:
        assert record.get_status().schema == len(MIGRATIONS)
        assert (record.get_status().documents, record.get_status().versions) == (3, 4)
        assert list(record.verify()) == []
        assert record.check("lit again last night after twelve dark years").verdict == "verbatim"
        (hit,) = record.search('"twelve dark years"')
        assert [version.number for version in record.find_versions(hit.document)] == [1, 2]


def test_a_migrated_record_can_do_what_a_new_one_can(first: Path) -> None:
    with open_record(first) as record:
        (hit,) = record.search('"twelve dark years"')
        record.rule(hit.document, "date", "2005", because="the tape")
        assert record.get_document(hit.document).date.edtf == "2005"
        record.remove(hit.document, because="published by mistake")
        assert list(record.verify()) == []


def test_a_migration_that_fails_leaves_the_record_as_it_was(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (MIGRATIONS[0], MIGRATIONS[1] + "INSERT INTO people (name) VALUES ('no body');")  # noqa: S608
    monkeypatch.setattr("onrecord.store.schema.MIGRATIONS", broken)
    with pytest.raises(sqlite3.IntegrityError):
        connect(first / "record.sqlite")
    monkeypatch.undo()
    with open_record(first) as record:
        assert list(record.verify()) == []


def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").write_bytes(b"This is no database, whatever its name says." * 100)
    with pytest.raises(RecordDamaged, match="file is not a database"):
        connect(tmp_path / "record.sqlite")
