"""Lines of a page that belong to no document."""

import re
from typing import NamedTuple

from onrecord.model import Furniture, Office, Span
from onrecord.read.lines import Line

_RULE = re.compile(r"\s*(?:[*_=~\u2013—-]\s*){3,}")
# A counter of the site below its text: `700 /`.
_COUNTER = re.compile(r"\s*\d{1,7}\s*[/|]\s*")
# A page cut out of its markup may end with the tags that closed it.
_CLOSING_TAG = re.compile(r"</[A-Za-z][\w:-]*>")


class Cleared(NamedTuple):
    """The lines of the text, blank where furniture stood, and the furniture."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]


def clear_furniture(lines: tuple[Line, ...], office: Office) -> Cleared:
    """Takes out the names of the office's site, rules such as `***`, counters, and closing tags at a line's end."""
    names = {_fold(name) for name in office.site_names}
    kept: list[Line] = []
    furniture: list[Furniture] = []
    for line in lines:
        cut = _find_cut(line, names)
        kept.append(line if cut is None else Line(start=line.start, text=line.text[:cut]))
        if cut is not None:
            furniture.append(_furniture(line, cut))
    return Cleared(tuple(kept), tuple(furniture))


def _find_cut(line: Line, names: set[str]) -> int | None:
    if line.is_blank:
        return None
    if _RULE.fullmatch(line.text) or _COUNTER.fullmatch(line.text) or (names and _fold(line.text) in names):
        return 0
    return _find_closing_tags(line.text)


def _find_closing_tags(text: str) -> int | None:
    """Where the tags at the end of the line begin; looked for from the end, so that a long line costs no more."""
    end = len(text.rstrip())
    first = None
    while text.endswith(">", 0, end):
        start = text.rfind("</", 0, end)
        if start < 0 or not _CLOSING_TAG.fullmatch(text, start, end):
            break
        first = end = start
        while text[end - 1 : end].isspace():
            end -= 1
    return first


def _furniture(line: Line, cut: int) -> Furniture:
    text = line.text[cut:].strip()
    start = line.start + line.text.index(text, cut)
    return Furniture(text=text, source_span=Span(start=start, end=start + len(text)))


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
