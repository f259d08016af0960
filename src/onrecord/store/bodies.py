"""Nouns and times in the database, as they are read back."""

import datetime as dt
from typing import TypeVar

import msgspec

from onrecord.errors import RecordDamaged

_Noun = TypeVar("_Noun")


def decode_body(body: str, kind: type[_Noun]) -> _Noun:
    """The noun that was stored; raises RecordDamaged where it is none any more."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeError, TypeError) as error:
        raise RecordDamaged(reason=f"a stored {kind.__name__.lower()} cannot be read: {error}") from error


def parse_time(text: str) -> dt.datetime:
    """The time that was stored; raises RecordDamaged where it is none any more."""
    try:
        return dt.datetime.fromisoformat(text)
    except (ValueError, TypeError) as error:
        raise RecordDamaged(reason=f"{text!r} is no time") from error
