"""OpenDocument texts (ODT; OASIS OpenDocument 1.3, part 3)."""

from collections.abc import Iterator

from lxml import etree

from onrecord.model import BlockKind, Fact, Finding
from onrecord.read.archive import open_archive, read_xml
from onrecord.read.inline import Inline
from onrecord.read.page import Page, Shown, build_page, clean_text
from onrecord.read.raw import Raw

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CORE = "{http://purl.org/dc/elements/1.1/}"
_TARGET = "{http://www.w3.org/1999/xlink}href"

_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SPACES = frozenset({f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"})
_LEFT_OUT = frozenset({f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"})
_CITATION, _NOTE, _LINK, _ITEM = f"{_TEXT}note-citation", f"{_TEXT}note-body", f"{_TEXT}a", f"{_TEXT}list-item"
_QUOTES = ("quotations", "quote")


def read_odt(raw: Raw) -> Iterator[Page | Finding]:
    """The one text of an OpenDocument text, its notes at the end; deleted words and comments are left out."""
    archive = open_archive(raw)
    if isinstance(archive, Finding):
        yield archive
        return
    root = read_xml(archive, "content.xml")
    if isinstance(root, Finding):
        yield root
        return
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        yield Finding(code="read-unsupported", level="problem", message="an OpenDocument file, but not a text")
        return
    blocks = tuple(_Flow(_find_quotes(root)).read(body))
    meta = read_xml(archive, "meta.xml")
    facts = () if isinstance(meta, Finding) else tuple(_read_facts(meta, blocks))
    yield build_page(blocks, raw.office, facts=facts, language=_read_language(meta))


class _Flow:
    """The blocks of a body; those of notes wait for the end."""

    def __init__(self, quotes: frozenset[str]) -> None:
        self._quotes = quotes
        self._open: list[tuple[etree._Element, Inline]] = []
        self._listed = 0
        self._label = ""
        self._notes: list[Shown] = []
        self._in_note = 0

    def read(self, body: etree._Element) -> Iterator[Shown]:
        walk = etree.iterwalk(body, events=("start", "end"))
        skipped: list[etree._Element] = []
        for event, element in walk:
            if event == "start" and element.tag in _LEFT_OUT:
                walk.skip_subtree()
                skipped = [element]
            elif event == "start":
                self._begin(element)
            elif element in skipped:
                self._write(element.tail)
            else:
                yield from self._end(element)
        yield from self._notes

    def _begin(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _PARAGRAPHS:
            self._open.append((element, Inline()))
        elif tag in _SPACES:
            self._write(" ")
        elif tag == _CITATION:
            self._label = clean_text(element.text or "")
            self._write(f"[{self._label}]")
            return
        elif tag == _LINK and self._open:
            self._open[-1][1].begin_link(element.get(_TARGET, ""))
        self._in_note += tag == _NOTE
        self._listed += tag == _ITEM
        self._write(element.text)

    def _end(self, element: etree._Element) -> Iterator[Shown]:
        tag = element.tag
        if tag == _LINK and self._open:
            self._open[-1][1].end_link()
        if tag in _PARAGRAPHS:
            _, inline = self._open.pop()
            if self._in_note:
                self._add_note(inline.take("note"))
            else:
                yield inline.take(self._get_kind(element))
        self._in_note -= tag == _NOTE
        self._listed -= tag == _ITEM
        self._write(element.tail)

    def _write(self, text: str | None) -> None:
        if self._open:
            self._open[-1][1].write(text)

    def _add_note(self, shown: Shown) -> None:
        # Only the first paragraph of a note bears its label.
        label = f"[{self._label}] " if self._label else ""
        self._label = ""
        if shown.text:
            self._notes.append(Shown(label + shown.text, "note"))

    def _get_kind(self, element: etree._Element) -> BlockKind:
        if element.tag == f"{_TEXT}h":
            return "heading"
        style = element.get(f"{_TEXT}style-name", "")
        if style.lower() in {"title", "subtitle"}:
            return "heading"
        if style in self._quotes or style.lower() in _QUOTES:
            return "quote"
        return "list-item" if self._listed else "paragraph"


def _find_quotes(root: etree._Element) -> frozenset[str]:
    """The document's own styles that are based on the one for quotations."""
    styles = root.iter(f"{_STYLE}style")
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in styles
        if style.get(f"{_STYLE}parent-style-name", "").lower() in _QUOTES
    )


def _read_facts(meta: etree._Element, blocks: tuple[Shown, ...]) -> Iterator[Fact]:
    """The title that the file states, where it stands in the text: many files bear the name of another."""
    for title in meta.iter(f"{_CORE}title"):
        stated = clean_text(title.text or "")
        if stated and any(stated.casefold() in block.text.casefold() for block in blocks[:5]):
            yield Fact(name="title", text=stated, origin="page")
            return


def _read_language(meta: etree._Element | Finding) -> str:
    if isinstance(meta, Finding):
        return ""
    return next(((one.text or "")[:2].lower() for one in meta.iter(f"{_CORE}language")), "")
