"""What kind of file the bytes are: told by the bytes, and by the address where they do not say."""

import io
import mimetypes
import re
import zipfile
import zlib
from typing import Literal
from urllib.parse import urlsplit

from onrecord.read.raw import MAX_SIZE, Raw

Media = Literal["gzip", "pdf", "docx", "odt", "wacz", "warc", "subtitles", "html", "markdown", "plain"]

# RFC 2046 and IANA's list of media types; a source is stored with its own.
MEDIA_TYPES: dict[Media, str] = {
    "gzip": "application/gzip",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "wacz": "application/wacz",
    "warc": "application/warc",
    "subtitles": "text/vtt",
    "html": "text/html",
    "markdown": "text/markdown",
    "plain": "text/plain",
}
_SUFFIXES: dict[str, Media] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".srt": "subtitles",
    ".vtt": "subtitles",
}
_HTML = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_CUE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\d+[ \t]*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->")
# The signature of a PDF may stand behind a few bytes (ISO 32000-1, note to 7.5.2).
_LOOKED_AT = 1024
_PEEKED = 16


# A record ends with two line ends (WARC 1.1, 4); then the next one begins.
_NEXT = b"\r\n\r\nWARC/"
_HEADER = 8192
_LENGTH = re.compile(rb"^content-length:\s*(\d{1,9})\s*$", re.IGNORECASE | re.MULTILINE)


def find_media(raw: Raw) -> Media:
    """The kind of file; what nothing tells is plain text."""
    data = raw.data
    if raw.is_typed:
        return "plain"
    if data.startswith(b"\x1f\x8b"):
        return "warc" if _peek(data).startswith(b"WARC/") and not _is_packed_whole(data) else "gzip"
    if data.startswith(b"WARC/"):
        return "warc"
    if b"%PDF-" in data[:_LOOKED_AT]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _find_zipped(data) or "plain"
    return _find_text(raw)


def find_media_type(data: bytes, *, address: str, content_type: str = "") -> str:
    """The media type of the bytes, as `text/html`; what is neither known nor text goes by its name."""
    media = find_media(Raw(data=data, address=address, content_type=content_type))
    if media != "plain":
        return MEDIA_TYPES[media]
    is_text = b"\x00" not in data[:_LOOKED_AT]
    return mimetypes.guess_type(address)[0] or (MEDIA_TYPES["plain"] if is_text else "application/octet-stream")


def _is_packed_whole(data: bytes) -> bool:
    """Whether a second record follows the first in the same pack; the standard has a pack for each record."""
    try:
        head = zlib.decompressobj(wbits=31).decompress(data, _HEADER)
        length = _LENGTH.search(head)
        end = head.find(b"\r\n\r\n")
        if length is None or end < 0 or int(length[1]) > MAX_SIZE:
            return False
        first = end + 4 + int(length[1])
        return zlib.decompressobj(wbits=31).decompress(data, first + len(_NEXT))[first:] == _NEXT
    except zlib.error:
        return False


def _peek(data: bytes) -> bytes:
    """The first characters of what is packed, a few bytes and no more."""
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:_LOOKED_AT], _PEEKED)
    except zlib.error:
        return b""


def _find_zipped(data: bytes) -> Media | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError):
        return None
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    return "wacz" if any(name.startswith("archive/") for name in names) else None


def _find_text(raw: Raw) -> Media:
    start = raw.data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")
    if _CUE.match(start) or start.startswith(b"WEBVTT"):
        return "subtitles"
    if _HTML.match(start):
        return "html"
    told = raw.content_type.partition(";")[0].strip().lower()
    if told in {"text/html", "application/xhtml+xml"}:
        return "html"
    return _SUFFIXES.get(get_suffix(raw.address), "plain")


def get_suffix(address: str) -> str:
    """The ending of a file's name or of the path of an address, with its dot and in small letters."""
    try:
        path = urlsplit(address).path if "://" in address else address
    except ValueError:
        path = address
    name = path.rpartition("/")[2].partition("?")[0]
    return f".{name.rpartition('.')[2].lower()}" if "." in name else ""
