"""Bytes on their way to be read."""

import msgspec

from onrecord.model import Office

# Larger sources are refused, and so is what unpacks to more.
MAX_SIZE = 50_000_000


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes, where they came from, and what is known of them before they are looked at.

    `content_type` is what a server said of them (`text/html; charset=utf-8`), empty where none did. `depth` counts the
    containers around them.
    """

    data: bytes
    address: str
    office: Office = Office()
    content_type: str = ""
    max_size: int = MAX_SIZE
    depth: int = 0
