"""Paragraphs, rejoined from the lines of a source, each character with its place."""

import html
import re
from typing import NamedTuple

import msgspec

from onrecord.model import BlockKind
from onrecord.read.dateshapes import is_date
from onrecord.read.lines import Line
from onrecord.read.repeats import find_repeats
from onrecord.read.wrapping import Wrapping, ends_sentence, find_wrapping, joint

_BULLET = re.compile(r"\s*[•◦▪‣●○■·∙]\s*")
_DASH_BULLET = re.compile(r"\s*[-*\u2013]\s+")
# A note's label at the start of a line, below a line that ends a sentence or announces the notes.
_LABEL = re.compile(r"\s*(?:\[\d{1,3}\]|\(?\d{1,3}\))\s+\S")
_LONGEST_DATE = 40
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});")


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A run of characters and where they stand in the source; -1 where the reader put them there."""

    text: str
    source: int = -1


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph in pieces, with the kind of block that it will be."""

    pieces: tuple[Piece, ...]
    kind: BlockKind = "paragraph"

    @property
    def text(self) -> str:
        """The characters of all pieces."""
        return self.pieces[0].text if len(self.pieces) == 1 else "".join(piece.text for piece in self.pieces)

    def turn(self, kind: BlockKind) -> "Paragraph":
        """The same paragraph as another kind of block."""
        return Paragraph(pieces=self.pieces, kind=kind)


def join_paragraphs(parts: tuple[Paragraph, ...], *, kind: BlockKind) -> Paragraph:
    """One paragraph made of several, a space between them."""
    pieces: list[Piece] = []
    for part in parts:
        pieces += (Piece(text=" "), *part.pieces) if pieces else part.pieces
    return Paragraph(pieces=tuple(pieces), kind=kind)


def build_paragraphs(lines: tuple[Line, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs and list items of the lines, in order; blank lines part them, wrapped lines are rejoined.

    A line that stands twice in a row is no part of a wrapped paragraph: each copy is a paragraph of its own.
    """
    alone = find_repeats(lines)
    wrapping = find_wrapping(tuple(line for line in lines if line.start not in alone and not _BULLET.match(line.text)))
    groups: list[_Group] = []
    last: _Group | None = None
    for line in lines:
        if line.is_blank:
            last = None
            continue
        bullet = _measure_bullet(line, last, wrapping)
        is_alone = line.start in alone or (last is not None and last.lines[-1].start in alone)
        if last is None or bullet or is_alone or not _goes_on(last, line, wrapping):
            last = _Group([], bullet)
            groups.append(last)
        last.lines.append(line)
    built = (_paragraph(group) for group in groups)
    return tuple(paragraph for paragraph in built if paragraph.pieces)


class _Group(NamedTuple):
    """The lines of one paragraph and how many characters its bullet takes, 0 where it has none."""

    lines: list[Line]
    bullet: int


def _goes_on(before: _Group, line: Line, wrapping: Wrapping) -> bool:
    above = before.lines[-1]
    if _LABEL.match(line.text) and ends_sentence(above.text):
        return False
    if len(before.lines) == 1 and len(above.text) <= _LONGEST_DATE and is_date(above.text):
        return False
    return wrapping.joins(above, line)


def _measure_bullet(line: Line, before: _Group | None, wrapping: Wrapping) -> int:
    match = _BULLET.match(line.text)
    if match:
        return match.end()
    dash = _DASH_BULLET.match(line.text)
    # A wrapped line may begin with a dash of its sentence: a bullet begins a list or stands below another.
    if dash is None or wrapping.style == "wrapped-keeping-spaces":
        return 0
    begins = before is None or before.bullet or ends_sentence(before.lines[-1].text)
    return dash.end() if begins else 0


def _paragraph(group: _Group) -> Paragraph:
    pieces: list[Piece] = []
    before = ""
    for line in group.lines:
        indent = group.bullet if group.bullet and not before else len(line.text) - len(line.text.lstrip())
        content = line.text[indent:].rstrip()
        between = joint(before, line.text) if pieces else ""
        if between:
            pieces.append(Piece(text=between))
        pieces += _decode_entities(content, line.start + indent)
        before = line.text
    return Paragraph(pieces=tuple(pieces), kind="list-item" if group.bullet else "paragraph")


def _decode_entities(content: str, start: int) -> tuple[Piece, ...]:
    if "&" not in content or not _ENTITY.search(content):
        return (Piece(text=content, source=start),) if content else ()
    pieces: list[Piece] = []
    end = 0
    for match in _ENTITY.finditer(content):
        if match.start() > end:
            pieces.append(Piece(text=content[end : match.start()], source=start + end))
        pieces.append(Piece(text=html.unescape(match[0])))
        end = match.end()
    if end < len(content):
        pieces.append(Piece(text=content[end:], source=start + end))
    return tuple(pieces)
