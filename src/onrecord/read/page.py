"""A page taken out of a source, and how one is put together from the blocks that a file shows."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from onrecord.model import BlockKind, Capture, Cue, Fact, Form, Furniture, Link, Office, Span
from onrecord.read.furniture import is_site_name
from onrecord.read.header import read_header
from onrecord.read.layout import Sheet
from onrecord.read.lines import Line, split_lines
from onrecord.read.paragraphs import Paragraph, Piece, build_paragraphs

_BETWEEN = "\n\n"
_SPACE = re.compile(r"[\s\xa0]+")
# Never shown; the joiners of Persian and Indic scripts (U+200C, U+200D) are letters and stay.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\x00"))


class Page(NamedTuple):
    """The characters of one page, and the sheet whose offsets count in them.

    `part` tells the pages of one source apart; it is empty where there is a single one.
    """

    text: str
    sheet: Sheet
    part: str = ""
    capture: Capture | None = None


class Shown(NamedTuple):
    """A block as a file shows it; the spans of links and cues count in its text.

    `furniture` belongs to no document; the lines of `preformatted` text are still to be read as those of plain text.
    """

    text: str
    kind: BlockKind | None = "paragraph"
    links: tuple[Link, ...] = ()
    preformatted: bool = False
    cues: tuple[Cue, ...] = ()
    begins_item: bool = False

    @property
    def is_furniture(self) -> bool:
        """Whether the block belongs to no document."""
        return self.kind is None


def clean_text(text: str) -> str:
    """The text in one line: every run of blank space one space, unseen characters left out."""
    return _SPACE.sub(" ", text.translate(_UNSEEN)).strip()


def build_page(
    blocks: Iterable[Shown],
    office: Office,
    *,
    facts: tuple[Fact, ...] = (),
    form: Form | None = None,
    language: str = "",
) -> Page:
    """The page that these blocks make; those without a word are left out."""
    shown = tuple(block for block in blocks if block.text.strip())
    starts = _get_starts(shown)
    text = _BETWEEN.join(block.text for block in shown)
    placed = tuple(zip(starts, shown, strict=True))
    header = read_header(tuple(Line(start=start, text=block.text) for start, block in placed), office)
    body = {line.start for line in header.lines}
    paragraphs: list[Paragraph] = []
    furniture: list[Furniture] = []
    links: list[Link] = []
    cues: list[Cue] = []
    items: list[int] = []
    for start, block in placed:
        if block.is_furniture or is_site_name(block.text, office):
            furniture.append(_furnish(block, start))
        elif start in body:
            items += [len(paragraphs)] * block.begins_item
            paragraphs += _read_block(block, start)
            links += (msgspec.structs.replace(link, span=link.span.shift(start)) for link in block.links)
            cues += (msgspec.structs.replace(cue, span=cue.span.shift(start)) for cue in block.cues)
    sheet = Sheet(
        paragraphs=tuple(paragraphs),
        facts=(*header.facts, *facts),
        furniture=tuple(furniture),
        form=form,
        language=language,
        links=tuple(links),
        cues=tuple(cues),
        items=tuple(items),
    )
    return Page(text, sheet)


def _get_starts(blocks: tuple[Shown, ...]) -> tuple[int, ...]:
    starts = []
    position = 0
    for block in blocks:
        starts.append(position)
        position += len(block.text) + len(_BETWEEN)
    return tuple(starts)


def _furnish(block: Shown, start: int) -> Furniture:
    return Furniture(text=block.text, source_span=Span(start=start, end=start + len(block.text)))


def _read_block(block: Shown, start: int) -> Iterator[Paragraph]:
    if block.preformatted:
        lines = split_lines(block.text)
        yield from build_paragraphs(tuple(Line(start=start + line.start, text=line.text) for line in lines))
    else:
        yield Paragraph(pieces=(Piece(text=block.text, source=start),), kind=block.kind or "paragraph")
