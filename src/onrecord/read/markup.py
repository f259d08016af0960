"""The blocks of a tree of elements, in the order of the page."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from onrecord.model import BlockKind, Link, Span
from onrecord.read.elements import get_elements, is_furniture, is_unseen
from onrecord.read.endnotes import is_note
from onrecord.read.page import Shown, clean_text

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”\u2019»)\]]*\s*$")
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "item"), "list-item"),
    **dict.fromkeys(("blockquote", "quote"), "quote"),
}


def find_blocks(root: etree._Element, *, content: etree._Element, address: str) -> Iterator[Shown]:
    """The blocks below `root`: those of `content` as what they are, all others and its navigation as furniture."""
    flow = _Flow(address)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start" and is_unseen(element):
            # What follows the element is still shown.
            walk.skip_subtree()
            flow.skip(element)
        elif event == "start":
            yield from flow.open(element, is_content=element is content)
        else:
            yield from flow.close(element, is_content=element is content)
    yield from flow.flush()


class _Flow:
    """The text of the block in the making, and what the elements around it say of it."""

    def __init__(self, address: str) -> None:
        self._silent: etree._Element | None = None
        self._address = address
        self._blocks = get_elements().blocks
        self._parts: list[str] = []
        self._length = 0
        self._links: list[tuple[int, int, str]] = []
        self._open_links: list[tuple[int, str]] = []
        self._kinds: list[BlockKind] = []
        self._content = self._aside = self._preformatted = 0

    def skip(self, element: etree._Element) -> None:
        self._silent = element

    def open(self, element: etree._Element, *, is_content: bool) -> Iterator[Shown]:
        tag = element.tag
        if tag in self._blocks:
            yield from self.flush()
        self._content += is_content
        self._aside += is_furniture(element)
        self._preformatted += tag == "pre"
        if kind := _get_kind(element):
            self._kinds.append(kind)
        if tag in {"br", "lb"}:
            yield from self._break(element)
        if tag in {"a", "ref"}:
            self._open_links.append((self._length, element.get("href") or element.get("target") or ""))
        self.write(element.text)

    def close(self, element: etree._Element, *, is_content: bool) -> Iterator[Shown]:
        if element is self._silent:
            self._silent = None
            self.write(element.tail)
            return
        tag = element.tag
        if tag in self._blocks:
            yield from self.flush()
        self._content -= is_content
        self._aside -= is_furniture(element)
        self._preformatted -= tag == "pre"
        if _get_kind(element):
            self._kinds.pop()
        if tag in {"a", "ref"} and self._open_links:
            start, target = self._open_links.pop()
            self._links.append((start, self._length, target))
        self.write(element.tail)

    def write(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _break(self, element: etree._Element) -> Iterator[Shown]:
        """A line break is a space, but parts paragraphs behind a sentence and before another break."""
        after = element.getnext()
        is_double = after is not None and after.tag == element.tag and not (element.tail or "").strip()
        if self._preformatted:
            self.write("\n")
        elif is_double or _SENTENCE_END.search("".join(self._parts[-3:])):
            yield from self.flush()
        else:
            self.write(" ")

    def flush(self) -> Iterator[Shown]:
        raw = "".join(self._parts)
        links, self._links, self._parts, self._length = self._links, [], [], 0
        self._open_links = [(0, target) for _, target in self._open_links]
        if not raw.strip():
            return
        kind = self._kinds[-1] if self._kinds else "paragraph"
        shown = kind if self._content and not self._aside else None
        if self._preformatted and shown:
            yield Shown(raw.strip("\n"), shown, preformatted=True)
        else:
            text = clean_text(raw)
            yield Shown(text, shown, tuple(self._place(links, raw, text)))

    def _place(self, links: list[tuple[int, int, str]], raw: str, text: str) -> Iterator[Link]:
        for first, last, target in links:
            start = len(clean_text(raw[:first] + "|")) - 1
            end = start + len(clean_text(raw[first:last]))
            if target and not target.startswith(("#", "javascript:")) and text[start:end].strip():
                yield Link(span=Span(start=start, end=end), url=_join(self._address, target))


def _get_kind(element: etree._Element) -> BlockKind | None:
    return "note" if is_note(element) else _KINDS.get(element.tag)


def _join(address: str, target: str) -> str:
    try:
        return urljoin(address, target.strip()) if "://" in address else target.strip()
    except ValueError:
        return target.strip()
