"""Web pages (HTML)."""

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree, html

from onrecord.model import Finding
from onrecord.read.archive import MAX_MARKUP
from onrecord.read.content import find_content
from onrecord.read.decoding import decode_source
from onrecord.read.endnotes import mark_notes
from onrecord.read.markup import find_blocks
from onrecord.read.metadata import read_facts, read_language
from onrecord.read.page import Page, Shown, build_page
from onrecord.read.raw import Raw
from onrecord.read.selection import select_article
from onrecord.read.trouble import report_too_large

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 4096


def read_html(raw: Raw) -> Iterator[Page | Finding]:
    """The one page of a web page.

    Where it says itself what its content is (`article`, `main`, a list of blocks with links) its own structure is
    kept; elsewhere trafilatura tells the article from what stands around it.
    """
    if len(raw.data) > MAX_MARKUP:
        yield report_too_large("the markup", MAX_MARKUP)
        return
    decoded = decode_source(raw.data, address=raw.address, charset=_find_charset(raw))
    yield from decoded.findings
    if decoded.text is None:
        return
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    root = _parse(decoded.text, parser)
    if root is None:
        yield Finding(code="read-no-text", level="problem", message="markup without a single element")
        return
    if any("depth" in entry.message for entry in parser.error_log):
        message = "elements are nested too deeply to be read; what stands below is lost"
        yield Finding(code="read-too-deep", level="problem", message=message)
    facts = read_facts(root)
    mark_notes(root)
    yield build_page(_read_blocks(root, raw.address), raw.office, facts=facts, language=read_language(root))


def _find_charset(raw: Raw) -> str:
    if raw.charset:
        return raw.charset
    meta = _META_CHARSET.search(raw.data[:_LOOKED_AT])
    return meta[1].decode("ascii") if meta else ""


def _parse(text: str, parser: html.HTMLParser) -> html.HtmlElement | None:
    # The declaration would name an encoding that the characters no longer have.
    bare = re.sub(r"^\s*<\?xml[^>]*>", "", text, count=1)
    try:
        root = html.document_fromstring(bare, parser=parser)
    except (etree.ParserError, ValueError):
        return None
    return root if isinstance(root.tag, str) else None


def _read_blocks(root: html.HtmlElement, address: str) -> tuple[Shown, ...]:
    content = find_content(root)
    if content is not None:
        return tuple(find_blocks(root, content=content, address=address))
    whole = tuple(find_blocks(root, content=root, address=address))
    return select_article(whole, _extract(root))


def _extract(root: html.HtmlElement) -> tuple[Shown, ...]:
    """What trafilatura takes for the article; nothing where it finds none."""
    try:
        found = trafilatura.bare_extraction(root, include_comments=False, favor_recall=True, fast=True)
    except Exception:  # noqa: BLE001 - whatever goes wrong in there, the whole body is still to be had
        return ()
    body = getattr(found, "body", None)
    return () if body is None else tuple(find_blocks(body, content=body, address=""))
