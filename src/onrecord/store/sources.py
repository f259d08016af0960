"""The bytes of every source, in files named by their hash."""

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.model import Source

# What is being written stands under a name that begins so.
INCOMING = "incoming-"


def get_hash(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def get_path(folder: Path, sha256: str) -> Path:
    """Where a source with this hash stands: `ab/cdef…` below the folder."""
    return folder / sha256[:2] / sha256[2:]


def write_sources(folder: Path, data: Mapping[str, bytes]) -> None:
    """Bring bytes, given by their hash, to the disk for good: written aside, synced, renamed. Keeps what is there.

    All are written before the first is synced, so that the disk takes them together.
    """
    missing = [sha256 for sha256 in data if not get_path(folder, sha256).exists()]
    aside = {sha256: folder / f"{INCOMING}{secrets.token_hex(8)}" for sha256 in missing}
    try:
        for sha256, path in aside.items():
            path.write_bytes(data[sha256])
        for sha256, path in aside.items():
            _sync(path)
            place = get_path(folder, sha256)
            place.parent.mkdir(exist_ok=True)
            path.rename(place)
    except BaseException:
        for path in aside.values():
            path.unlink(missing_ok=True)
        raise
    _sync_folders(folder, missing)


def _sync_folders(folder: Path, hashes: Iterable[str]) -> None:
    """Make the names of these sources survive a power cut."""
    parents = {get_path(folder, sha256).parent for sha256 in hashes}
    for name in (*parents, folder) if parents else ():
        _sync(name)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def find_source(db: sqlite3.Connection, sha256: str) -> Source | None:
    """The source with this hash; None where the record holds none."""
    row = db.execute("SELECT sha256, media_type, size FROM sources WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else Source(sha256=row[0], media_type=row[1], size=row[2])
