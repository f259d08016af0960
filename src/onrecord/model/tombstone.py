"""What is left of a document that was removed."""

import datetime as dt

import msgspec


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """That a document was here, and why it no longer is.

    `versions` are the ids that it had, `addresses` where it was found; `removed` is in UTC.
    """

    document: str
    title: str
    removed: dt.datetime
    because: str
    versions: tuple[str, ...]
    addresses: tuple[str, ...]
