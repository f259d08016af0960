"""ZIP archives that hold a document, and XML out of them, with bounded memory."""

import io
import lzma
import zipfile
import zlib

from lxml import etree

from onrecord.model import Finding
from onrecord.read.raw import Raw
from onrecord.read.trouble import report_failure, report_too_large

# A tree takes about ten times the memory of its markup.
MAX_MARKUP = 20_000_000
_MOST_ENTRIES = 10_000
# What Python's reader raises for archives that are broken one way or another.
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def open_archive(raw: Raw) -> zipfile.ZipFile | Finding:
    """The archive, unless it is broken or unpacks to more than is read.

    The sizes that it states are binding: Python's reader gives no byte more.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw.data))
    except _BROKEN as failure:
        return report_failure("zipfile", failure)
    entries = archive.infolist()
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > raw.max_size:
        return report_too_large("what the archive holds", raw.max_size)
    return archive


def read_entry(archive: zipfile.ZipFile, name: str) -> bytes | Finding:
    """One file of the archive."""
    try:
        return archive.read(name)
    except _BROKEN as failure:
        return report_failure("zipfile", failure, name)


def read_xml(archive: zipfile.ZipFile, name: str) -> etree._Element | Finding:
    """The root of one file of the archive; entities stay unresolved, and nothing is fetched."""
    if any(entry.filename == name and entry.file_size > MAX_MARKUP for entry in archive.infolist()):
        return report_too_large(name, MAX_MARKUP)
    data = read_entry(archive, name)
    if isinstance(data, Finding):
        return data
    try:
        return parse_xml(data)
    except (etree.XMLSyntaxError, ValueError) as failure:
        return report_failure("lxml", failure, name)


def parse_xml(data: bytes) -> etree._Element:
    """The root of XML that nobody vouches for."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
