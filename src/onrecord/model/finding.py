"""Trouble in the data, kept as data."""

from typing import Literal

import msgspec

from onrecord.model.span import Span

Level = Literal["note", "problem"]


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """The place a finding speaks of: an address as it was given, a document's id, a span of its text.

    An empty string or `None` means that the finding is not about one.
    """

    address: str = ""
    document: str = ""
    span: Span | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a reader of the record should know of its data.

    `code` is the room and a kebab-case name (`read-empty`, `date-year-conflict`) and is never reused.
    """

    code: str
    level: Level
    message: str
    where: Where = Where()
