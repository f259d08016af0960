"""Listings: pages of items, each a title that stands twice in a row and a summary below it."""

import functools
import re
from itertools import pairwise
from typing import NamedTuple

from onrecord.read.dateshapes import is_date
from onrecord.read.layout import Layout, Sheet, Stated
from onrecord.read.paragraphs import Paragraph
from onrecord.read.parts import name_parts
from onrecord.read.phrases import any_of, get_phrases
from onrecord.read.repeats import fold_line, say_the_same
from onrecord.read.titles import title_of
from onrecord.read.wrapping import ends_sentence

_FEWEST = 2
# The first item stands near the top; a title is no paragraph.
_MOST_ABOVE, _LONGEST_TITLE = 6, 300
_LONGEST_POINTER, _SHORT = 100, 60


class _Item(NamedTuple):
    """The paragraphs of an item: its title, what stands below it, and what belongs to the page."""

    title: Paragraph
    summary: tuple[Paragraph, ...]
    furniture: tuple[Paragraph, ...]


def read_listing(sheet: Sheet) -> tuple[Layout, ...]:
    """The layouts of the items of a listing, in the order of the page; empty where the page is none.

    What stands above the first item and lines that summarise nothing are furniture, kept with the item next to them.
    The second copy of a title is left out.
    """
    starts = sheet.items or _find_titles(sheet.paragraphs)
    if len(starts) < _FEWEST or not (sheet.items or _is_top(sheet.paragraphs[: starts[0]])):
        return ()
    ends = (*starts[1:], len(sheet.paragraphs))
    parts = [sheet.paragraphs[start:end] for start, end in zip(starts, ends, strict=True)]
    items = [_read_item(_put_title_first(part) if sheet.items else part) for part in parts]
    if sum(1 for item in items if item.summary) * 2 < len(items):
        return ()
    items[0] = items[0]._replace(furniture=(*sheet.paragraphs[: starts[0]], *items[0].furniture))
    names = name_parts(tuple(item.title.text for item in items))
    return tuple(_lay_out(item, name) for item, name in zip(items, names, strict=True))


def _find_titles(paragraphs: tuple[Paragraph, ...]) -> tuple[int, ...]:
    """Where a title stands with its copy below it."""
    texts = [paragraph.text for paragraph in paragraphs]
    found: list[int] = []
    for index, (text, below) in enumerate(pairwise(texts)):
        is_title = len(text) <= _LONGEST_TITLE and not text.endswith((".", ",", ";"))
        if is_title and say_the_same(text, below) and fold_line(text) and (not found or index > found[-1] + 1):
            found.append(index)
    return tuple(found)


def _is_top(above: tuple[Paragraph, ...]) -> bool:
    """Whether what stands above the first item is lines of the page, and no speech in which a call is repeated."""
    return len(above) <= _MOST_ABOVE and not any(ends_sentence(paragraph.text) for paragraph in above)


def _put_title_first(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """An item that the page's own structure tells may have its date above its title."""
    title = next((place for place, each in enumerate(paragraphs) if each.kind == "heading"), 0)
    return (paragraphs[title], *paragraphs[:title], *paragraphs[title + 1 :])


def _read_item(paragraphs: tuple[Paragraph, ...]) -> _Item:
    title = paragraphs[0].turn("heading")
    copies = next((i for i, p in enumerate(paragraphs) if fold_line(p.text) != fold_line(title.text)), len(paragraphs))
    below = paragraphs[copies:]
    told = [_is_furniture(paragraph, first=not index) for index, paragraph in enumerate(below)]
    summary = tuple(paragraph for paragraph, is_furniture in zip(below, told, strict=True) if not is_furniture)
    return _Item(
        title, summary, tuple(paragraph for paragraph, furniture in zip(below, told, strict=True) if furniture)
    )


def _is_furniture(paragraph: Paragraph, *, first: bool) -> bool:
    """Whether a line points elsewhere, or is too short to tell anything and stands below a summary."""
    text = paragraph.text
    if is_date(text):
        return False
    if _pointer().match(text) and len(text) <= (_SHORT if first else _LONGEST_POINTER):
        return True
    return not first and len(text) <= _SHORT and not ends_sentence(text)


def _lay_out(item: _Item, part: str) -> Layout:
    paragraphs = (item.title, *item.summary)
    title = title_of(item.title)
    dates = tuple(Stated.of_whole("date", i, p) for i, p in enumerate(paragraphs) if i and is_date(p.text))
    return Layout(
        form="listing",
        part=part,
        paragraphs=paragraphs,
        title=title.slice(item.title.text),
        furniture=item.furniture,
        statements=(Stated("title", "page", 0, title), *dates),
    )


@functools.cache
def _pointer() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(get_phrases().listing.pointers)}\b", re.IGNORECASE)
