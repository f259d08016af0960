"""Files packed with gzip, whatever is in them."""

import zlib
from collections.abc import Iterator

import msgspec

from onrecord.model import Finding
from onrecord.read.page import Page
from onrecord.read.pages import read_pages
from onrecord.read.raw import Raw
from onrecord.read.trouble import report_failure, report_too_large

_GZIP = 31
_DEEPEST = 3


def read_gzip(raw: Raw) -> Iterator[Page | Finding]:
    """The pages of what is packed; one that is cut off is read as far as it goes, with a finding."""
    if raw.depth >= _DEEPEST:
        yield Finding(code="read-failed", level="problem", message="packed with gzip again and again")
        return
    try:
        data, is_whole = unpack(raw.data, raw.max_size)
    except zlib.error as failure:
        yield report_failure("zlib", failure)
        return
    if len(data) > raw.max_size:
        yield report_too_large("what is packed", raw.max_size)
        return
    if not is_whole:
        yield Finding(code="read-cut-off", level="problem", message="the packed file is cut off; its end is missing")
    inner = raw.address.removesuffix(".gz").removesuffix(".GZ")
    yield from read_pages(msgspec.structs.replace(raw, data=data, address=inner, depth=raw.depth + 1))


def unpack(data: bytes, most: int) -> tuple[bytes, bool]:
    """What is packed, at most one byte more than `most`, and whether its end is there; raises zlib.error."""
    parts: list[bytes] = []
    size = 0
    while data.startswith(b"\x1f\x8b"):
        packed = zlib.decompressobj(wbits=_GZIP)
        part = packed.decompress(data, most + 1 - size)
        parts.append(part)
        size += len(part)
        if size > most or not packed.eof:
            return b"".join(parts), size > most
        data = packed.unused_data
    return b"".join(parts), True
