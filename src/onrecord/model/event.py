"""Occasions at which something was said."""

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion as its document names it; `place` is empty where the document does not say."""

    name: str
    place: str = ""
