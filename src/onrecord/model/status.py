"""The record at a glance."""

import datetime as dt

import msgspec


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of what a record holds.

    `findings` counts by code; `unindexed` are documents that the tracing index does not cover yet; the dates are the
    first and the last that any document may have.
    """

    path: str
    schema: int
    sources: int
    bytes: int
    addresses: int
    documents: int
    versions: int
    words: int
    people: int
    segments: int
    unindexed: int
    earliest: dt.date | None
    latest: dt.date | None
    forms: dict[str, int]
    speakers: dict[str, int]
    findings: dict[str, int]
