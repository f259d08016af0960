"""Web archives packed with their index (WACZ)."""

from collections.abc import Iterator

import msgspec

from onrecord.model import Finding
from onrecord.read.archive import open_archive, read_entry
from onrecord.read.page import Page
from onrecord.read.raw import Raw
from onrecord.read.warc import read_warc

_FOLDER = "archive/"
_ENDINGS = (".warc", ".warc.gz")


def read_wacz(raw: Raw) -> Iterator[Page | Finding]:
    """The pages of every web archive in the folder `archive`, in the order of the names."""
    archive = open_archive(raw)
    if isinstance(archive, Finding):
        yield archive
        return
    seen: set[str] = set()
    names = sorted(name for name in archive.namelist() if name.startswith(_FOLDER) and name.endswith(_ENDINGS))
    if not names:
        yield Finding(code="read-no-text", level="problem", message="a WACZ without a web archive in it")
    for name in names:
        data = read_entry(archive, name)
        if isinstance(data, Finding):
            yield data
        else:
            yield from read_warc(msgspec.structs.replace(raw, data=data, depth=raw.depth + 1), seen)
