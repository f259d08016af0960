"""The text of a PDF in reading order, and the paragraphs that point into it."""

from onrecord.model import Furniture, Span
from onrecord.read.paragraphs import Paragraph, Piece
from onrecord.read.pdf.extraction import PdfLine
from onrecord.read.pdf.hyphens import ends_with_hyphen, is_cut
from onrecord.read.pdf.paragraphs import Group, measure_bullet

LINE_END, PAGE_END = "\n", "\f"


class Composition:
    """Lines written one after the other, each with its place."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._starts: dict[int, int] = {}
        # Lines are told apart by identity, so they have to live as long as their places.
        self._lines: list[PdfLine] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def write(self, line: PdfLine) -> None:
        """Write one line."""
        self._lines.append(line)
        self._starts[id(line)] = self._length
        self._put(line.text + LINE_END)

    def end_page(self) -> None:
        """Write the end of a page."""
        self._put(PAGE_END)

    def furnish(self, line: PdfLine) -> Furniture:
        """A written line that belongs to no document."""
        start = self._starts[id(line)]
        return Furniture(text=line.text, source_span=Span(start=start, end=start + len(line.text)))

    def compose(self, group: Group, words: frozenset[str]) -> Paragraph:
        """The paragraph of these lines: joined by a space, a word that a line end cut in two made whole."""
        pieces: list[Piece] = []
        lines = group.lines
        for number, line in enumerate(lines):
            after = lines[number + 1].text if number + 1 < len(lines) else ""
            start = measure_bullet(line.text) if not number and group.kind == "list-item" else 0
            end = len(line.text) - is_cut(line.text, after, words)
            pieces.append(Piece(text=line.text[start:end], source=self._starts[id(line)] + start))
            if after and not ends_with_hyphen(line.text):
                pieces.append(Piece(text=" "))
        return Paragraph(pieces=tuple(piece for piece in pieces if piece.text), kind=group.kind)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
