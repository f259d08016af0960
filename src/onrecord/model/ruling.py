"""What a person decided about a document, against what was read."""

import datetime as dt
from typing import Literal

import msgspec

RulingField = Literal["date", "speaker", "form", "title"]


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """One field of one document, as somebody ruled it.

    `before` is the value as it was read: where a version is read otherwise, the ruling does not speak of that version.
    `address` is where the ruled version came from; `made` is in UTC.
    """

    id: str
    document: str
    address: str
    field: RulingField
    before: str
    value: str
    because: str
    made: dt.datetime
