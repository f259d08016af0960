"""The title of a page and the kicker above it."""

from typing import NamedTuple

from onrecord.model import Span
from onrecord.read.dateshapes import is_date
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


def read_title(paragraphs: tuple[Paragraph, ...], *, body: int | None = None) -> Titled:
    """The first heading of a page that has headings; else the short lines above its first full paragraph.

    Of one such line it is the title; of more, the first is the kicker and the second the title. A line that is a date
    is neither: it dates the page. `body` is where the text begins, where that is known.
    """
    for index, paragraph in enumerate(paragraphs[:body]):
        if paragraph.kind == "heading":
            return _titled(index, None, paragraphs, _find_dates(paragraphs[:index], paragraphs[index + 1 :][:1]))
    above = paragraphs[: _count_title_lines(paragraphs, body)]
    dates = _find_dates(above, ())
    lines = [index for index, paragraph in enumerate(above) if not is_date(paragraph.text)][:_MOST_LINES]
    if not lines:
        return Titled("", "", paragraphs, dates)
    turned = list(paragraphs)
    for line in lines:
        turned[line] = turned[line].turn("heading")
    if len(lines) == 1:
        return _titled(lines[0], None, tuple(turned), dates)
    turned[lines[0]] = turned[lines[0]].turn("kicker")
    return _titled(lines[1], lines[0], tuple(turned), dates)


def _titled(title: int, kicker: int | None, paragraphs: tuple[Paragraph, ...], dates: tuple[Stated, ...]) -> Titled:
    span = title_of(paragraphs[title])
    above = "" if kicker is None else paragraphs[kicker].text
    statement = Stated("title", "page", title, span)
    return Titled(span.slice(paragraphs[title].text), above, paragraphs, (statement, *dates))


def title_of(line: Paragraph) -> Span:
    """The part of a heading that is the title: all of it but a trailing colon."""
    return Span(start=0, end=len(line.text.rstrip(": ")))


def _find_dates(above: tuple[Paragraph, ...], below: tuple[Paragraph, ...]) -> tuple[Stated, ...]:
    """The lines around a title that are a date; `below` stands right under a heading."""
    first = len(above) + 1
    lines = (*enumerate(above), *enumerate(below, start=first))
    return tuple(Stated.of_whole("date", index, line) for index, line in lines if is_date(line.text))


def _count_title_lines(paragraphs: tuple[Paragraph, ...], body: int | None) -> int:
    """How many paragraphs at the top look like titles; none where nothing stands below them."""
    for index, paragraph in enumerate(paragraphs):
        if index == body or not _is_title_line(paragraph):
            return index
    return 0


def _is_title_line(paragraph: Paragraph) -> bool:
    text = paragraph.text
    short = paragraph.kind == "paragraph" and len(text) <= _LONGEST
    return short and text.rstrip("”\"'\u2019»)] ")[-1:] not in {".", ",", ";", "…", ""}
