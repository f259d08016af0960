"""Paragraphs, rejoined from the lines of a source, each character with its place."""

import html
import re

import msgspec

from onrecord.model import BlockKind
from onrecord.read.lines import Line
from onrecord.read.wrapping import Wrapping, find_wrapping, joint

_BULLET = re.compile(r"\s*[•◦▪‣●○■·∙]\s*")
_DASH_BULLET = re.compile(r"\s*[-*\u2013]\s+")
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
    """The paragraphs and list items of the lines, in order; blank lines part them, wrapped lines are rejoined."""
    wrapping = find_wrapping(tuple(line for line in lines if not _BULLET.match(line.text)))
    paragraphs: list[Paragraph] = []
    group: list[Line] = []
    for line in lines:
        if group and (line.is_blank or _begins_item(line, group, wrapping) or not wrapping.joins(group[-1], line)):
            paragraphs.append(_paragraph(group))
            group = []
        if not line.is_blank:
            group.append(line)
    if group:
        paragraphs.append(_paragraph(group))
    return tuple(paragraphs)


def _begins_item(line: Line, group: list[Line], wrapping: Wrapping) -> bool:
    if _BULLET.match(line.text):
        return True
    if not _DASH_BULLET.match(line.text):
        return False
    # A wrapped line may begin with a dash of the sentence; only below another item is it a bullet.
    return wrapping.style == "unwrapped" or bool(_DASH_BULLET.match(group[0].text))


def _paragraph(group: list[Line]) -> Paragraph:
    pieces: list[Piece] = []
    bullet = _BULLET.match(group[0].text) or _DASH_BULLET.match(group[0].text)
    before = ""
    for line in group:
        indent = bullet.end() if bullet and not pieces else len(line.text) - len(line.text.lstrip())
        content = line.text[indent:].rstrip()
        between = joint(before, line.text) if pieces else ""
        if between:
            pieces.append(Piece(text=between))
        pieces += _decode_entities(content, line.start + indent)
        before = line.text
    return Paragraph(pieces=tuple(pieces), kind="list-item" if bullet else "paragraph")


def _decode_entities(content: str, start: int) -> tuple[Piece, ...]:
    if "&" not in content or not _ENTITY.search(content):
        return (Piece(text=content, source=start),)
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
