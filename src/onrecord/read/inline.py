"""The words of one block in the making, with the links among them."""

from collections.abc import Iterator

from onrecord.model import BlockKind, Link, Span
from onrecord.read.page import Shown, clean_text

# A block of more links is an index of a site.
_MOST_LINKS = 200


class Inline:
    """Collects runs of characters until the block ends."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._links: list[tuple[int, int, str]] = []
        self._open: list[tuple[int, str]] = []

    def write(self, text: str | None) -> None:
        """Add characters."""
        if text:
            self._parts.append(text)
            self._length += len(text)

    def begin_link(self, url: str) -> None:
        """What follows leads to `url`, until the link ends."""
        self._open.append((self._length, url))

    def end_link(self) -> None:
        """End the link that was begun last."""
        if self._open:
            start, url = self._open.pop()
            if start < self._length and url and len(self._links) < _MOST_LINKS:
                self._links.append((start, self._length, url))

    def get_end(self) -> str:
        """The last characters so far."""
        return "".join(self._parts[-3:])

    def take(self, kind: BlockKind | None = "paragraph", *, preformatted: bool = False) -> Shown:
        """The block so far; the next one begins. A link that is still open goes on in it."""
        raw = "".join(self._parts)
        links = self._links
        self._parts, self._length, self._links = [], 0, []
        self._open = [(0, url) for _, url in self._open]
        if preformatted:
            return Shown(raw.strip("\n"), kind, preformatted=True)
        text = clean_text(raw)
        return Shown(text, kind, tuple(_place_links(links, raw, text)))


def _place_links(links: list[tuple[int, int, str]], raw: str, text: str) -> Iterator[Link]:
    for first, last, url in links:
        start = len(clean_text(raw[:first] + "|")) - 1
        end = start + len(clean_text(raw[first:last]))
        if text[start:end].strip():
            yield Link(span=Span(start=start, end=end), url=url)
