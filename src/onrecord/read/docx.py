"""Word documents (DOCX)."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.styles.style import BaseStyle
from lxml import etree

from onrecord.model import BlockKind, Fact, Finding
from onrecord.read.archive import MAX_MARKUP, open_archive, parse_xml
from onrecord.read.page import Page, Shown, build_page, clean_text
from onrecord.read.raw import Raw
from onrecord.read.trouble import report_failure, report_too_large
from onrecord.read.wordprocessing import find_paragraphs, get_style, name, read_paragraph

_HEADINGS = ("heading", "title", "subtitle", "toc heading")
_QUOTES = ("quote", "intense quote", "block text")
_DEEPEST_STYLE = 20


def read_docx(raw: Raw) -> Iterator[Page | Finding]:
    """The one text of a Word document, its notes at the end; deleted words, comments and headers are left out."""
    archive = open_archive(raw)
    if isinstance(archive, Finding):
        yield archive
        return
    markup = [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
    if any(entry.file_size > MAX_MARKUP for entry in markup):
        yield report_too_large("the markup", MAX_MARKUP)
        return
    try:
        document = docx.Document(io.BytesIO(raw.data))
        blocks = tuple(_read_blocks(document))
        language = document.core_properties.language[:2].lower()
        facts = tuple(_read_facts(document, blocks))
    except Exception as failure:  # noqa: BLE001 - a broken file can break the library anywhere
        yield report_failure("python-docx", failure)
        return
    yield build_page(blocks, raw.office, facts=facts, language=language)


def _read_blocks(document: Document) -> Iterator[Shown]:
    kinds = {style.style_id: kind for style in document.styles if (kind := _get_kind(style))}
    links = {key: rel.target_ref for key, rel in document.part.rels.items() if rel.is_external}
    labels: dict[str, str] = {}
    for paragraph in find_paragraphs(document.element.body):
        style = get_style(paragraph)
        kind = kinds.get(style.style_id, "paragraph")
        listed: BlockKind = "list-item" if style.is_listed and kind == "paragraph" else kind
        yield from read_paragraph(paragraph, listed, links=links, labels=labels)
    for kind_of_note, relation in (("footnote", RELATIONSHIP_TYPE.FOOTNOTES), ("endnote", RELATIONSHIP_TYPE.ENDNOTES)):
        yield from _read_notes(document, kind_of_note, relation, labels)


def _get_kind(style: BaseStyle) -> BlockKind | None:
    """What paragraphs of the style are; one without a telling name goes by the style that it is based on."""
    current = style
    for _ in range(_DEEPEST_STYLE):
        named = (current.name or "").lower()
        if named.startswith(_HEADINGS):
            return "heading"
        if named in _QUOTES:
            return "quote"
        if named.startswith("list "):
            return "list-item"
        based = getattr(current, "base_style", None)
        if based is None:
            return None
        current = based
    return None


def _read_notes(document: Document, kind: str, relation: str, labels: dict[str, str]) -> Iterator[Shown]:
    """The notes that the text refers to, in the order of their labels."""
    try:
        part = document.part.part_related_by(relation)
    except KeyError:
        return
    notes = {note.get(name("id")): note for note in parse_xml(part.blob).iter(name(kind))}
    for key, label in labels.items():
        of_kind, _, number = key.partition(" ")
        note = notes.get(number) if of_kind == kind else None
        if note is not None:
            yield _build_note(note, label)


def _build_note(note: etree._Element, label: str) -> Shown:
    texts = [shown.text for one in note.iter(name("p")) for shown in read_paragraph(one, "note", links={}, labels={})]
    return Shown(f"[{label}] {clean_text(' '.join(texts))}", "note")


def _read_facts(document: Document, blocks: tuple[Shown, ...]) -> Iterator[Fact]:
    """The title that the file states, where it stands in the text: many files bear the name of another."""
    title = clean_text(document.core_properties.title)
    if title and any(title.casefold() in block.text.casefold() for block in blocks[:5]):
        yield Fact(name="title", text=title, origin="page")
