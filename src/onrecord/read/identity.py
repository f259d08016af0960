"""Ids made of the evidence: the same bytes give the same ids, anywhere and always."""

import hashlib
from typing import NamedTuple

_LENGTH = 10


class Identity(NamedTuple):
    """The SHA-256 of a source, and the ids of a document in it."""

    source: str
    document: str
    version: str


def hash_source(data: bytes) -> str:
    """The SHA-256 of the bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def identify(source: str, *, part: str = "") -> Identity:
    """The ids of the document `part` of the source with this hash; `part` is empty where it holds a single one."""
    digest = hashlib.sha256(f"{source}#{part}".encode()).hexdigest()[:_LENGTH]
    return Identity(source=source, document=f"d{digest}", version=f"v{digest}")
