"""The bytes of every source, in files named by their hash."""

import hashlib
import os
import sqlite3
import tempfile
from pathlib import Path

from onrecord.model import Source


def get_hash(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def get_path(folder: Path, sha256: str) -> Path:
    """Where a source with this hash stands: `ab/cdef…` below the folder."""
    return folder / sha256[:2] / sha256[2:]


def write_source(folder: Path, data: bytes) -> str:
    """The hash of the bytes, which are then on disk for good: written aside, synced, renamed. Keeps what is there."""
    sha256 = get_hash(data)
    path = get_path(folder, sha256)
    if path.exists():
        return sha256
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix="incoming-", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            temporary.unlink()
            raise
    temporary.rename(path)
    return sha256


def sync_folders(folder: Path, hashes: set[str]) -> None:
    """Make the names of these sources survive a power cut; cheaper once for a batch than once a file."""
    for name in {folder, *(get_path(folder, sha256).parent for sha256 in hashes)}:
        descriptor = os.open(name, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def find_source(db: sqlite3.Connection, sha256: str) -> Source | None:
    """The source with this hash; None where the record holds none."""
    row = db.execute("SELECT sha256, media_type, size FROM sources WHERE sha256 = ?", (sha256,)).fetchone()
    return None if row is None else Source(sha256=row[0], media_type=row[1], size=row[2])
