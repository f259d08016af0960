"""The blocks of a tree of elements, in the order of the page."""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from onrecord.model import BlockKind
from onrecord.read.content import begins_item
from onrecord.read.elements import get_elements, is_furniture, is_unseen
from onrecord.read.endnotes import is_note
from onrecord.read.inline import Inline
from onrecord.read.page import Shown
from onrecord.read.wrapping import ends_sentence

_BREAKS = frozenset({"br", "lb"})
_LINKS = frozenset({"a", "ref"})
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
    """The block in the making, and what the elements around it say of it."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._blocks = get_elements().blocks
        self._inline = Inline()
        self._silent: etree._Element | None = None
        self._kinds: list[BlockKind] = []
        self._content = self._preformatted = 0
        self._begins = False
        # For every open element, whether it or one around it is furniture.
        self._aside: list[bool] = [False]

    def skip(self, element: etree._Element) -> None:
        """Take nothing of the element but what follows it."""
        self._silent = element

    def open(self, element: etree._Element, *, is_content: bool) -> Iterator[Shown]:
        tag = element.tag
        if tag in self._blocks:
            yield from self.flush()
        self._content += is_content
        self._begins = self._begins or begins_item(element)
        self._aside.append(self._aside[-1] or is_furniture(element))
        self._preformatted += tag == "pre"
        if kind := _get_kind(element):
            self._kinds.append(kind)
        if tag in _BREAKS:
            yield from self._break(element)
        if tag in _LINKS:
            # Links of furniture are in no document.
            self._inline.begin_link("" if self._aside[-1] else _get_target(element, self._address))
        self._inline.write(element.text)

    def close(self, element: etree._Element, *, is_content: bool) -> Iterator[Shown]:
        if element is self._silent:
            self._silent = None
            self._inline.write(element.tail)
            return
        tag = element.tag
        if tag in self._blocks:
            yield from self.flush()
        self._content -= is_content
        self._aside.pop()
        self._preformatted -= tag == "pre"
        if _get_kind(element):
            self._kinds.pop()
        if tag in _LINKS:
            self._inline.end_link()
        self._inline.write(element.tail)

    def flush(self) -> Iterator[Shown]:
        kind = self._kinds[-1] if self._kinds else "paragraph"
        is_shown = self._content and not self._aside[-1]
        shown = self._inline.take(kind if is_shown else None, preformatted=bool(self._preformatted))
        if shown.text:
            yield shown._replace(begins_item=self._begins and not shown.is_furniture)
            self._begins = self._begins and shown.is_furniture

    def _break(self, element: etree._Element) -> Iterator[Shown]:
        """A line break is a space, but parts paragraphs behind a sentence and before another break."""
        after = element.getnext()
        is_double = after is not None and after.tag == element.tag and not (element.tail or "").strip()
        if self._preformatted:
            self._inline.write("\n")
        elif is_double or ends_sentence(self._inline.get_end()):
            yield from self.flush()
        else:
            self._inline.write(" ")


def _get_kind(element: etree._Element) -> BlockKind | None:
    return "note" if is_note(element) else _KINDS.get(element.tag)


def _get_target(element: etree._Element, address: str) -> str:
    """Where a link leads; empty for places on the page itself."""
    target = (element.get("href") or element.get("target") or "").strip()
    if target.startswith(("#", "javascript:")):
        return ""
    try:
        return urljoin(address, target) if "://" in address else target
    except ValueError:
        return target
