"""Bytes to characters, or the reason why there are none."""

import codecs
import re
from typing import NamedTuple

import charset_normalizer

from onrecord.model import Finding, Level, Where

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"WARC/", "a web archive"),
    (b"PK\x03\x04", "a ZIP archive that is neither DOCX nor ODT nor WACZ"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
)
_LATIN = {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# A text may hold a stray control character; a file full of them is no text.
_CONTROL_SHARE = 0.01


class Decoded(NamedTuple):
    """The characters of a source (`None` where it has none that can be read), and what there is to say of it."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def decode_source(data: bytes, *, address: str, charset: str = "") -> Decoded:
    """The characters of `data`: UTF-8, what its byte order mark says, or the best guess with a finding.

    A `charset` that a page names is tried before anything is guessed, but after UTF-8: servers name it wrongly, and
    nothing else is valid UTF-8 by chance. A byte order mark is no part of the text. Nothing else is changed: line ends
    stay as they are.
    """
    if not data.strip():
        return _refuse("read-empty", "the file is empty", address)
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return _refuse("read-binary", f"this is {kind}, not text", address)
    decoded = _decode_marked(data, address) or _decode_unmarked(data, address, charset)
    return _without_foreign_kinds(decoded, address)


def _decode_marked(data: bytes, address: str) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding))
            except UnicodeDecodeError:
                return None if encoding == "utf-8-sig" else _refuse_encoding(address)
    return None


def _decode_unmarked(data: bytes, address: str, charset: str) -> Decoded:
    if b"\x00" in data:
        return _refuse("read-binary", "the file holds NUL bytes, so it is not text", address)
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError as failure:
        return _decode_named(data, charset) or _guess(data, address, failure.start)


def _decode_named(data: bytes, charset: str) -> Decoded | None:
    try:
        # What is named so on the web is its superset (WHATWG, Encoding Standard, 4.2).
        return Decoded(data.decode("cp1252" if charset.lower() in _LATIN else charset)) if charset else None
    except (LookupError, ValueError):
        return None


def _guess(data: bytes, address: str, offset: int) -> Decoded:
    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        return _refuse_encoding(address)
    message = f"not UTF-8 (byte {offset}): read as {best.encoding}, a guess; check letters outside A to Z"
    return Decoded(str(best), (_find("read-encoding", "note", message, address),))


def _without_foreign_kinds(decoded: Decoded, address: str) -> Decoded:
    text = decoded.text
    if text is None:
        return decoded
    if not text.strip():
        return _refuse("read-empty", "the file holds nothing but blank space", address)
    if "\x00" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        return _refuse("read-binary", "the file is full of control characters, so it is not text", address)
    return decoded


def _refuse_encoding(address: str) -> Decoded:
    return _refuse("read-undecodable", "neither UTF-8 nor any other known encoding", address)


def _refuse(code: str, message: str, address: str) -> Decoded:
    return Decoded(None, (_find(code, "problem", message, address),))


def _find(code: str, level: Level, message: str, address: str) -> Finding:
    return Finding(code=code, level=level, message=message, where=Where(address=address))
