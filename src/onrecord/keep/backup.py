"""Backups: the database as SQLite copies it, the sources, and a manifest that is written last."""

import datetime as dt
import hashlib
import os
import shutil
import sqlite3
from importlib.metadata import version
from pathlib import Path

import msgspec

from onrecord.errors import RecordDamaged, RecordThere
from onrecord.model import Backup
from onrecord.store.connection import open_connection, to_error
from onrecord.store.sources import get_path
from onrecord.store.status import get_status

MANIFEST = "manifest.json"
DATABASE = "record.sqlite"
SOURCES = "sources"
_CHUNK = 1 << 20


def write_backup(db: sqlite3.Connection, path: Path, destination: Path) -> Backup:
    """Copy the record at `path` into an empty or absent folder while it is in use.

    The index is derived and left out. Raises RecordThere, RecordDamaged where bytes are gone or changed.
    """
    check_empty(destination)
    (state,) = db.execute("PRAGMA data_version").fetchone()
    try:
        return _copy_record(db, path, destination)
    except RecordDamaged:
        if db.execute("PRAGMA data_version").fetchone() == (state,):
            raise
    # A document may have been removed since the database was copied; what is removed is in no backup.
    shutil.rmtree(destination)
    return _copy_record(db, path, destination)


def _copy_record(db: sqlite3.Connection, path: Path, destination: Path) -> Backup:
    destination.mkdir(parents=True, exist_ok=True)
    copy = destination / DATABASE
    _copy_database(db, copy)
    files = {DATABASE: hash_file(copy)}
    copied = open_connection(copy)
    try:
        for sha256 in _find_sources(copied):
            files[_copy_source(path / SOURCES, destination / SOURCES, sha256)] = sha256
        manifest = _describe(copied, path, files)
    finally:
        copied.close()
    write_file(destination / MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1))
    return manifest


def check_empty(destination: Path) -> None:
    """Raise RecordThere where something stands at the place of a new folder."""
    if destination.exists() and (not destination.is_dir() or any(destination.iterdir())):
        raise RecordThere(destination)


def write_file(path: Path, data: bytes) -> None:
    """Write a file that is on the disk for good."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def hash_file(path: Path) -> str:
    """The SHA-256 of a file of any size, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_file(source: Path, target: Path) -> str:
    """Copy a file of any size, which is then on the disk for good; returns the SHA-256 of what was read."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with source.open("rb") as file, target.open("wb") as copy:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()


def _copy_database(db: sqlite3.Connection, copy: Path) -> None:
    target = open_connection(copy)
    try:
        db.backup(target)
        # One file, without a log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        raise to_error(error, copy) from error
    finally:
        target.close()


def _find_sources(copied: sqlite3.Connection) -> list[str]:
    return [sha256 for (sha256,) in copied.execute("SELECT sha256 FROM sources ORDER BY sha256")]


def _copy_source(folder: Path, target: Path, sha256: str) -> str:
    place = get_path(target, sha256)
    try:
        found = copy_file(get_path(folder, sha256), place)
    except FileNotFoundError as error:
        raise RecordDamaged(reason=f"the bytes {sha256} are gone") from error
    if found != sha256:
        raise RecordDamaged(reason=f"the bytes {sha256} have changed")
    return place.relative_to(target.parent).as_posix()


def _describe(copied: sqlite3.Connection, path: Path, files: dict[str, str]) -> Backup:
    status = get_status(copied, path)
    return Backup(
        made=dt.datetime.now(dt.UTC),
        program=f"onrecord {version('onrecord')}",
        schema=status.schema,
        documents=status.documents,
        versions=status.versions,
        sources=status.sources,
        bytes=status.bytes,
        files=files,
    )
