"""What a backup holds."""

import datetime as dt

import msgspec


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """The manifest of a backup: `files` are paths below its folder with their SHA-256; `made` is in UTC."""

    made: dt.datetime
    program: str
    schema: int
    documents: int
    versions: int
    sources: int
    bytes: int
    files: dict[str, str]
