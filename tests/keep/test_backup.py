"""Backup and restoration, on the invented harbour office."""

import json
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from onrecord.errors import BadBackup, RecordDamaged, RecordThere
from onrecord.keep import backup
from onrecord.record import Record, open_record, restore_record
from onrecord.store.sources import get_path


def test_a_backup_comes_back_with_the_same_answers(harbour: Record, tmp_path: Path) -> None:
    made = harbour.backup(tmp_path / "backup")
    assert (made.documents, made.versions, made.sources) == (2, 2, 2)
    assert restore_record(tmp_path / "backup", tmp_path / "again.record") == made
    with open_record(tmp_path / "again.record") as again:
        assert list(again.verify()) == []
        assert again.check("guess where the rocks are") == harbour.check("guess where the rocks are")


def test_a_backup_is_two_things_and_a_manifest(harbour: Record, tmp_path: Path) -> None:
    harbour.backup(tmp_path / "backup")
    assert sorted(path.name for path in (tmp_path / "backup").iterdir()) == [
        "manifest.json",
        "record.sqlite",
        "sources",
    ]


def test_a_backup_is_whole_while_files_are_added(harbour: Record, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(f"The ferry number {number} leaves at nine.", encoding="utf-8")

    def add() -> None:
        with open_record(tmp_path / "harbour.record") as other:
            list(other.add([folder]))

    thread = threading.Thread(target=add)
    thread.start()
    harbour.backup(tmp_path / "backup")
    thread.join()
    restore_record(tmp_path / "backup", tmp_path / "again.record")
    with open_record(tmp_path / "again.record") as again:
        assert list(again.verify()) == []


def test_what_is_removed_while_it_is_copied_is_not_in_the_backup(
    harbour: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (hit,) = harbour.search('"eleven dark years"')
    copy_database = backup._copy_database  # noqa: SLF001 - the moment between two of its steps

    def remove_after(db: sqlite3.Connection, copy: Path) -> None:
        copy_database(db, copy)
        with open_record(tmp_path / "harbour.record") as other:
            if not other.find_tombstones():
                other.remove(hit.document, because="published by mistake")

    monkeypatch.setattr(backup, "_copy_database", remove_after)
    assert harbour.backup(tmp_path / "backup").documents == 1
    restore_record(tmp_path / "backup", tmp_path / "again.record")
    with open_record(tmp_path / "again.record") as again:
        assert list(again.verify()) == []


def test_nothing_is_overwritten(harbour: Record, tmp_path: Path) -> None:
    with pytest.raises(RecordThere, match="not empty"):
        harbour.backup(tmp_path)
    harbour.backup(tmp_path / "backup")
    with pytest.raises(RecordThere, match="not empty"):
        restore_record(tmp_path / "backup", tmp_path / "harbour.record")


def test_a_damaged_record_is_not_backed_up_as_if_it_were_sound(harbour: Record, tmp_path: Path) -> None:
    (hit,) = harbour.search('"eleven dark years"')
    get_path(tmp_path / "harbour.record/sources", harbour.get_document(hit.document).source).write_bytes(b"x")
    with pytest.raises(RecordDamaged, match="have changed"):
        harbour.backup(tmp_path / "backup")
    with pytest.raises(BadBackup, match="written when a backup is whole"):
        restore_record(tmp_path / "backup", tmp_path / "again.record")


@pytest.mark.parametrize("which", ["record.sqlite", "sources"])
def test_a_flipped_byte_in_a_backup_is_named(harbour: Record, tmp_path: Path, which: str) -> None:
    harbour.backup(tmp_path / "backup")
    path = next(path for path in (tmp_path / "backup").rglob("*") if path.is_file() and which in str(path))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)
    with pytest.raises(BadBackup, match=f"{path.name} is not what the manifest"):
        restore_record(tmp_path / "backup", tmp_path / "again.record")
    assert not (tmp_path / "again.record").exists()


def test_a_missing_file_is_named(harbour: Record, tmp_path: Path) -> None:
    harbour.backup(tmp_path / "backup")
    shutil.rmtree(tmp_path / "backup/sources")
    with pytest.raises(BadBackup, match="is missing"):
        restore_record(tmp_path / "backup", tmp_path / "again.record")


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "sources/00/../../x", "index/x"])
def test_a_manifest_that_names_other_places_is_refused(harbour: Record, tmp_path: Path, name: str) -> None:
    harbour.backup(tmp_path / "backup")
    path = tmp_path / "backup/manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["files"][name] = "0" * 64
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(BadBackup, match="which no backup holds"):
        restore_record(tmp_path / "backup", tmp_path / "again.record")
