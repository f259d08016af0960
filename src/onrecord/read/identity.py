"""Ids made of the evidence: the same bytes give the same ids, anywhere and always."""

import hashlib
from typing import NamedTuple

_LENGTH = 10


class Identity(NamedTuple):
    """The SHA-256 of a source, and the ids of a document in it."""

    source: str
    document: str
    version: str


def identify(data: bytes, *, part: str = "") -> Identity:
    """The ids of the document `part` of these bytes; `part` is empty where the source holds a single one."""
    source = hashlib.sha256(data).hexdigest()
    digest = hashlib.sha256(f"{source}#{part}".encode()).hexdigest()[:_LENGTH]
    return Identity(source=source, document=f"d{digest}", version=f"v{digest}")
