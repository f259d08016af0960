"""A backup becomes a record again, once every byte of it has been checked."""

import os
import re
import shutil
from pathlib import Path

import msgspec

from onrecord.errors import BadBackup
from onrecord.keep.backup import DATABASE, MANIFEST, check_empty, copy_file
from onrecord.model import Backup

# A manifest names nothing outside its folder.
_SOURCE = re.compile(r"sources/([0-9a-f]{2})/([0-9a-f]{62})")


def read_backup(folder: Path) -> Backup:
    """The manifest of the backup in a folder; raises BadBackup."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Backup)
    except OSError as error:
        raise BadBackup(folder, reason=f"it has no {MANIFEST}, which is written when a backup is whole") from error
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise BadBackup(folder, reason=f"its {MANIFEST} cannot be read: {error}") from error
    if DATABASE not in manifest.files:
        raise BadBackup(folder, reason=f"its {MANIFEST} names no {DATABASE}")
    for name, sha256 in manifest.files.items():
        match = _SOURCE.fullmatch(name)
        if name != DATABASE and (match is None or "".join(match.groups()) != sha256):
            raise BadBackup(folder, reason=f"its {MANIFEST} names {name!r}, which no backup holds")
    return manifest


def restore_files(source: Path, path: Path) -> Backup:
    """Copy the files of a backup to the place of a record, all or none; the index is still to be built.

    Raises BadBackup, RecordThere.
    """
    manifest = read_backup(source)
    check_empty(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        for name, sha256 in manifest.files.items():
            _copy_checked(source, temporary, name, sha256)
        if path.exists():
            path.rmdir()
        temporary.rename(path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return manifest


def _copy_checked(source: Path, target: Path, name: str, sha256: str) -> None:
    try:
        found = copy_file(source / name, target / name)
    except FileNotFoundError as error:
        raise BadBackup(source, reason=f"{name} is missing") from error
    if found != sha256:
        raise BadBackup(source, reason=f"{name} is not what the {MANIFEST} says")
