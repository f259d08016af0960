"""The bytes that the record holds."""

import datetime as dt

import msgspec


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One run of bytes, untouched, known by its SHA-256 in hexadecimal; `size` is in bytes."""

    sha256: str
    media_type: str
    size: int


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes that one address yielded for a document; `number` counts from 1, `added` is in UTC.

    A version is `current` as long as some address yields its bytes.
    """

    id: str
    document: str
    source: str
    address: str
    number: int
    added: dt.datetime
    words: int
    current: bool
