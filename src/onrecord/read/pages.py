"""The pages of a source, whatever kind of file it is."""

import importlib
from collections.abc import Callable, Iterator
from typing import cast

import msgspec

from onrecord.model import Finding, Where
from onrecord.read.media import Media, find_media
from onrecord.read.page import Page
from onrecord.read.raw import Raw

Reader = Callable[[Raw], Iterator[Page | Finding]]

# Each reader is loaded when its first file comes: the libraries behind them take longer than a whole check.
_READERS: dict[Media, str] = {
    "docx": "docx.read_docx",
    "gzip": "gzip.read_gzip",
    "html": "html.read_html",
    "markdown": "text.read_text",
    "odt": "odt.read_odt",
    "pdf": "pdf.read_pdf",
    "plain": "text.read_text",
    "subtitles": "subtitles.read_subtitles",
    "wacz": "wacz.read_wacz",
    "warc": "warc.read_warc",
}


def read_pages(raw: Raw) -> Iterator[Page | Finding]:
    """The pages of a source in their order, and what was found amiss on the way."""
    for found in get_reader(find_media(raw))(raw):
        yield _place(found, raw.address) if isinstance(found, Finding) else found


def get_reader(media: Media) -> Reader:
    """The function that reads this kind of file."""
    module, _, name = _READERS[media].partition(".")
    return cast("Reader", getattr(importlib.import_module(f"onrecord.read.{module}"), name))


def _place(finding: Finding, address: str) -> Finding:
    return msgspec.structs.replace(finding, where=Where(address=address, span=finding.where.span))
