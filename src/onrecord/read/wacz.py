"""Web archives packed with their index (WACZ)."""

import zipfile
import zlib
from collections.abc import Iterator

import msgspec

from onrecord.model import Finding
from onrecord.read.archive import open_archive
from onrecord.read.page import Page
from onrecord.read.raw import Raw
from onrecord.read.trouble import report_failure
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
    for name in sorted(name for name in archive.namelist() if name.startswith(_FOLDER) and name.endswith(_ENDINGS)):
        try:
            data = archive.read(name)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError) as failure:
            yield report_failure("zipfile", failure, name)
            continue
        yield from read_warc(msgspec.structs.replace(raw, data=data, depth=raw.depth + 1), seen)
