"""Bytes on their way to be read."""

import re

import msgspec

from onrecord.model import Office

# Larger sources are refused, and so is what unpacks to more.
MAX_SIZE = 50_000_000

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:-]{1,40})", re.IGNORECASE)


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes, where they came from, and what is known of them before they are looked at.

    `content_type` is what a server said of them (`text/html; charset=utf-8`), empty where none did. `depth` counts the
    containers around them. What `is_typed` is plain text, whatever it looks like.
    """

    data: bytes
    address: str
    office: Office = Office()
    content_type: str = ""
    max_size: int = MAX_SIZE
    depth: int = 0
    is_typed: bool = False

    @property
    def charset(self) -> str:
        """The encoding that the server named; empty where it named none."""
        named = _CHARSET.search(self.content_type)
        return named[1] if named else ""
