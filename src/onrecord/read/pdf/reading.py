"""PDF files."""

import re
import unicodedata
from collections.abc import Iterator

from onrecord.model import Fact, Finding, Furniture, Office
from onrecord.read.furniture import is_site_name
from onrecord.read.layout import Sheet
from onrecord.read.page import Page, clean_text
from onrecord.read.paragraphs import Paragraph
from onrecord.read.pdf.columns import Column, order_lines
from onrecord.read.pdf.composition import Composition
from onrecord.read.pdf.extraction import PdfInfo, PdfPage
from onrecord.read.pdf.footnotes import Footed, split_notes
from onrecord.read.pdf.hyphens import find_words
from onrecord.read.pdf.margins import Cleared, clear_margins
from onrecord.read.pdf.paragraphs import Group, group_lines, measure_body
from onrecord.read.pdf.process import extract_pages
from onrecord.read.raw import Raw

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_SAMPLE = 2000
_MOST_NAMED = 12
_SHORTEST_TITLE = 4


def read_pdf(raw: Raw) -> Iterator[Page | Finding]:
    """The one text of a PDF, page after page, its notes at the end."""
    extracted = extract_pages(raw.data)
    yield from extracted.findings
    yield from _report_images(extracted.pages)
    if any(page.lines for page in extracted.pages):
        yield build_pdf_page(extracted.info, extracted.pages, raw.office)


def build_pdf_page(info: PdfInfo, pages: tuple[PdfPage, ...], office: Office) -> Page:
    """The sheet of these lines: without what stands at the edges of every page, in the order of reading."""
    rightward = _is_rightward(pages)
    cleared = tuple(_clear_names(page, office) for page in clear_margins(pages))
    ordered = [order_lines(page.lines, rightward=rightward) for page in cleared]
    body = measure_body(tuple(column for columns in ordered for column in columns))
    footed = tuple(split_notes(columns, body) for columns in ordered)
    composition = Composition()
    furniture = _write(composition, footed, cleared)
    words = find_words(line.text for page in pages for line in page.lines)
    groups = (*group_lines(_flow(footed), body, rightward=rightward), *_note_groups(footed))
    paragraphs = tuple(composition.compose(group, words) for group in groups)
    shown = tuple(paragraph for paragraph in paragraphs if paragraph.text.strip())
    sheet = Sheet(paragraphs=shown, facts=_read_title(info, shown), furniture=furniture)
    return Page(composition.text, sheet)


def _is_rightward(pages: tuple[PdfPage, ...]) -> bool:
    letters = "".join(line.text for page in pages[:5] for line in page.lines)[:_SAMPLE]
    leftward = sum(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in letters)
    return leftward * 3 < len(letters)


def _clear_names(page: Cleared, office: Office) -> Cleared:
    names = tuple(line for line in page.lines if is_site_name(line.text, office))
    if not names:
        return page
    return Cleared(tuple(line for line in page.lines if line not in names), (*page.furniture, *names))


def _write(composition: Composition, footed: tuple[Footed, ...], cleared: tuple[Cleared, ...]) -> tuple[Furniture, ...]:
    """Write every page, what is no text of it last."""
    furniture: list[Furniture] = []
    for page, rest in zip(footed, cleared, strict=True):
        notes = (line for note in page.notes for line in note)
        for line in (*(line for column in page.columns for line in column.lines), *notes, *rest.furniture):
            composition.write(line)
        furniture += (composition.furnish(line) for line in rest.furniture)
        composition.end_page()
    return tuple(furniture)


def _flow(footed: tuple[Footed, ...]) -> tuple[Column, ...]:
    return tuple(column for page in footed for column in page.columns)


def _note_groups(footed: tuple[Footed, ...]) -> Iterator[Group]:
    for page in footed:
        for lines in page.notes:
            yield Group(lines, "note")


def _read_title(info: PdfInfo, paragraphs: tuple[Paragraph, ...]) -> tuple[Fact, ...]:
    """The title that the file states, where its first words show it: many files bear the name of another."""
    stated = clean_text(info.title)
    start = " ".join(paragraph.text for paragraph in paragraphs[:5])[:_SAMPLE]
    if len(stated) >= _SHORTEST_TITLE and _fold(stated) in _fold(start):
        return (Fact(name="title", text=stated, origin="page"),)
    return ()


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _report_images(pages: tuple[PdfPage, ...]) -> Iterator[Finding]:
    """A finding that names the pages on which a picture stands and no text."""
    bare = [number for number, page in enumerate(pages, start=1) if page.has_image and not page.lines]
    count = f"{len(bare)} page{'s' * (len(bare) != 1)}"
    if pages and not any(page.lines for page in pages):
        why = f"no text, {count}: scanned, to be recognised first" if bare else "no text and no picture on any page"
        yield Finding(code="read-no-text", level="problem", message=why)
        return
    if not bare:
        return
    named = ", ".join(map(str, bare[:_MOST_NAMED])) + (", …" if len(bare) > _MOST_NAMED else "")
    message = f"no text, {count} of {len(pages)}: {named}; scanned, to be recognised first"
    yield Finding(code="read-page-no-text", level="problem", message=message)
