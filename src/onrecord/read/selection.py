"""Which blocks of a web page are its article, where only their words and their links tell."""

from collections.abc import Iterator

from onrecord.model import Span
from onrecord.read.page import Shown

# Of the characters of the body; where less is recognised as the article, the whole body is the safer text.
_LEAST_SHARE = 0.25
_LINKED_SHARE = 0.5


def select_article(blocks: tuple[Shown, ...], recognised: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """The blocks of the page; those outside its article turned into furniture.

    The article goes from the first recognised block to the last that are no mere links, headings right above it
    included. In between only links that were not recognised are left out, for what recognises an article drops short
    lines that belong to it.
    """
    known = {block.text for block in recognised if not block.is_furniture}
    words = {place: block for place, block in enumerate(blocks) if not (block.is_furniture or _is_linked(block))}
    places = [place for place, block in words.items() if block.text in known]
    if not places or _count(recognised) < _LEAST_SHARE * _count(blocks):
        return blocks
    first, last = places[0], places[-1]
    while first and blocks[first - 1].kind == "heading":
        first -= 1
    return tuple(_turn(blocks, range(first, last + 1), known))


def _turn(blocks: tuple[Shown, ...], article: range, known: set[str]) -> Iterator[Shown]:
    for place, block in enumerate(blocks):
        is_part = place in article and (block.text in known or not _is_linked(block))
        yield block if is_part or block.kind == "note" else block._replace(kind=None)


def _is_linked(block: Shown) -> bool:
    linked: list[Span] = [link.span for link in block.links]
    return sum(map(len, linked)) >= _LINKED_SHARE * len(block.text)


def _count(blocks: tuple[Shown, ...]) -> int:
    return sum(len(block.text) for block in blocks if not block.is_furniture)
