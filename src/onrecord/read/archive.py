"""ZIP archives that hold a document, and XML out of them, with bounded memory."""

import io
import zipfile
import zlib

from lxml import etree

from onrecord.model import Finding
from onrecord.read.raw import Raw
from onrecord.read.trouble import report_failure, report_too_large

# A tree takes about ten times the memory of its markup.
MAX_MARKUP = 20_000_000
_MOST_ENTRIES = 10_000
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError)


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


def read_xml(archive: zipfile.ZipFile, name: str) -> etree._Element | Finding:
    """The root of one file of the archive; entities stay unresolved, and nothing is fetched."""
    try:
        if archive.getinfo(name).file_size > MAX_MARKUP:
            return report_too_large(name, MAX_MARKUP)
        return parse_xml(archive.read(name))
    except (*_BROKEN, KeyError, etree.XMLSyntaxError, zlib.error) as failure:
        return report_failure("lxml", failure, name)


def parse_xml(data: bytes) -> etree._Element:
    """The root of XML that nobody vouches for."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
