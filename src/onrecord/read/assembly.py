"""One text made of paragraphs, with the blocks in it and the map back to the source."""

from typing import NamedTuple

from onrecord.model import Block, Segment, Span
from onrecord.read.paragraphs import Paragraph

BETWEEN_BLOCKS = "\n\n"


class Assembled(NamedTuple):
    """A text, the block that each paragraph became, and the runs that it shares with the source."""

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]


def assemble(paragraphs: tuple[Paragraph, ...], source: str) -> Assembled:
    """The paragraphs in one text, an empty line between them."""
    blocks: list[Block] = []
    parts: list[str] = []
    runs = _Runs(source)
    position = 0
    for paragraph in paragraphs:
        if parts:
            parts.append(BETWEEN_BLOCKS)
            position = runs.insert(position, BETWEEN_BLOCKS)
        start = position
        for piece in paragraph.pieces:
            parts.append(piece.text)
            if piece.source < 0:
                position = runs.insert(position, piece.text)
            else:
                position = runs.add(position, piece.source, len(piece.text))
        blocks.append(Block(kind=paragraph.kind, span=Span(start=start, end=position)))
    return Assembled("".join(parts), tuple(blocks), runs.finish())


class _Runs:
    """Segments in the making; what the reader inserted joins a run where the source happens to have the same."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._segments: list[Segment] = []
        self._text = self._from = self._length = 0
        self._inserted = ""

    def insert(self, position: int, text: str) -> int:
        self._inserted += text
        return position + len(text)

    def add(self, position: int, source: int, length: int) -> int:
        end = self._from + self._length
        if self._length and self._source[end:source] == self._inserted and end + len(self._inserted) == source:
            self._length = source + length - self._from
        elif length:
            self._close()
            self._text, self._from, self._length = position, source, length
        self._inserted = ""
        return position + length

    def finish(self) -> tuple[Segment, ...]:
        self._close()
        return tuple(self._segments)

    def _close(self) -> None:
        if self._length:
            self._segments.append(Segment(text_start=self._text, source_start=self._from, length=self._length))
