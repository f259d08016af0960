"""The title of a page and the kicker above it."""

from typing import NamedTuple

from onrecord.model import Span
from onrecord.read.layout import Stated
from onrecord.read.paragraphs import Paragraph

_LONGEST = 160
_MOST_LINES = 3


class Titled(NamedTuple):
    """The title and the kicker, empty where there is none, and the paragraphs with both turned into their kinds."""

    title: str
    kicker: str
    paragraphs: tuple[Paragraph, ...]
    statements: tuple[Stated, ...]


def read_title(paragraphs: tuple[Paragraph, ...]) -> Titled:
    """The first heading of a page that has headings; else the short lines above its first full paragraph.

    Of one such line it is the title; of more, the first is the kicker and the second the title.
    """
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading":
            return _titled(index, None, paragraphs)
    lines = _count_title_lines(paragraphs)
    if not lines:
        return Titled("", "", paragraphs, ())
    headings = tuple(paragraph.turn("heading") for paragraph in paragraphs[:lines])
    if lines == 1:
        return _titled(0, None, headings + paragraphs[lines:])
    return _titled(1, 0, (headings[0].turn("kicker"), *headings[1:], *paragraphs[lines:]))


def _titled(title: int, kicker: int | None, paragraphs: tuple[Paragraph, ...]) -> Titled:
    text = paragraphs[title].text.rstrip(": ")
    above = "" if kicker is None else paragraphs[kicker].text
    statement = Stated("title", "page", title, Span(start=0, end=len(text)))
    return Titled(text, above, paragraphs, (statement,))


def _count_title_lines(paragraphs: tuple[Paragraph, ...]) -> int:
    """How many paragraphs at the top look like titles; none where nothing stands below them."""
    for index, paragraph in enumerate(paragraphs):
        if not _is_title_line(paragraph):
            return min(index, _MOST_LINES)
    return 0


def _is_title_line(paragraph: Paragraph) -> bool:
    text = paragraph.text
    short = paragraph.kind == "paragraph" and len(text) <= _LONGEST
    return short and text.rstrip("”\"'\u2019»)] ")[-1:] not in {".", ",", ";", "…", ""}
