"""Nouns in the database, one JSON object each."""

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
