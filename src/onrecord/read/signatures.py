"""The signature below a message: who signed it, when and where."""

import functools
import re
from typing import NamedTuple

from onrecord.model import FactName, Span
from onrecord.read.dateshapes import date_shape
from onrecord.read.layout import Stated
from onrecord.read.paragraphs import Paragraph
from onrecord.read.phrases import any_of, get_phrases

_MOST_LINES, _LONGEST = 6, 90
_WORD = r"(?:[A-Z](?:[\w\u2019'-]+\.?|\.|:)|al-\w+|bin|ibn|de|del|van|von|of\s+the|of)"
_NAME = re.compile(
    rf"\s*(?:[-\u2013\u2014]+\s*)?(?:\([Ss]igned\)\s*)?(?P<name>(?!The\s)[A-Z][\w.\u2019'-]*:?(?:\s+{_WORD}){{0,6}})(?P<rest>,.*)?\s*"
)
_ENDS = re.compile(r"[.!?;:\u2026][\"\u201d'\u2019)\]]*$")
_INITIAL = re.compile(r"(?:^|\s)(?:[A-Z]|Jr|Sr)\.$")


class Signature(NamedTuple):
    """Where the signature begins, what its lines state, and whether a closing such as `Sincerely,` stands above it."""

    start: int
    stated: tuple[Stated, ...]
    is_closed: bool


def find_signature(paragraphs: tuple[Paragraph, ...]) -> Signature | None:
    """The lines at the end of a message that hold a name and perhaps a role, a place, a date; `None` without a name."""
    end = next((index for index, each in enumerate(paragraphs) if each.kind == "note"), len(paragraphs))
    start = end
    while start > max(1, end - _MOST_LINES) and _is_line(paragraphs[start - 1]):
        start -= 1
    dated = {index: _read_date(index, paragraphs[index]) for index in range(start, end)}
    closing = next((i for i in range(start, end) if _closing().fullmatch(paragraphs[i].text)), None)
    first = start if closing is None else closing + 1
    signed = next((i for i in range(first, end) if not dated[i]), None)
    name = _read_name(paragraphs[signed].text, alone=closing is not None) if signed is not None else None
    if signed is None or name is None:
        return None
    stated = (Stated("speaker", "page", signed, name), *(each for found in dated.values() for each in found))
    return Signature(start, stated, closing is not None)


def _is_line(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.kind != "paragraph" or len(text) > _LONGEST:
        return False
    return not _ENDS.search(text) or bool(_INITIAL.search(text)) or bool(_date_line().fullmatch(text))


def _read_date(index: int, paragraph: Paragraph) -> tuple[Stated, ...]:
    """What a line that is a date, perhaps with a place before it, states."""
    match = _date_line().fullmatch(paragraph.text)
    if match is None:
        return ()
    names: tuple[FactName, ...] = ("place", "date")
    return tuple(
        Stated(name, "page", index, Span(start=match.start(name), end=match.end(name))) for name in names if match[name]
    )


def _read_name(text: str, *, alone: bool) -> Span | None:
    """The name in a line; a single word is one only below a closing."""
    match = _NAME.fullmatch(text)
    if match is None or (not alone and len(match["name"].split()) == 1):
        return None
    return Span(start=match.start("name"), end=match.end("name"))


@functools.cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"{any_of(get_phrases().message.closings)}\s*[,.]?", re.IGNORECASE)


@functools.cache
def _date_line() -> re.Pattern[str]:
    place = r"[A-Z][\w\u2019'-]+(?:\s+[A-Z][\w\u2019'-]+){0,3}"
    return re.compile(rf"\s*(?:(?P<place>{place})\s*[,:\u2013\u2014-]\s*)?(?P<date>{date_shape()})\.?\s*")
