"""Lines of a page that belong to no document."""

import re
from typing import NamedTuple

from onrecord.model import Furniture, Office, Span
from onrecord.read.lines import Line

_RULE = re.compile(r"\s*(?:[*_=~\u2013—-]\s*){3,}")
# A counter of the site below its text: `700 /`.
_COUNTER = re.compile(r"\s*\d{1,7}\s*[/|]\s*")
_LONGEST_COUNTER = 16
_LONGEST_NAME = 200
_RULE_MARKS = "*_=~\u2013\u2014-"
# A page cut out of its markup may begin with tags of its head, and end with the tags that closed it.
_HEAD_TAG = re.compile(
    r"<(?:!doctype|meta|link|html|head|body|doc|document|text|speech|page|raw)\b[^<>]*>", re.IGNORECASE
)
_CLOSING_TAG = re.compile(r"</[A-Za-z][\w:-]*>")


class Cleared(NamedTuple):
    """The lines of the text, blank where furniture stood, and the furniture."""

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]


def clear_furniture(lines: tuple[Line, ...], office: Office) -> Cleared:
    """Takes out the names of the office's site, rules, counters, head tags, and closing tags at a line's end."""
    names = {_fold(name) for name in office.site_names}
    kept: list[Line] = []
    furniture: list[Furniture] = []
    for line in lines:
        cut = _find_cut(line, names)
        kept.append(line if cut is None else Line(start=line.start, text=line.text[:cut]))
        if cut is not None:
            furniture.append(_furniture(line, cut))
    return Cleared(tuple(kept), tuple(furniture))


def is_site_name(text: str, office: Office) -> bool:
    """Whether the text is one of the names of the office's site and nothing else."""
    return bool(office.site_names) and _fold(text) in {_fold(name) for name in office.site_names}


def _find_cut(line: Line, names: set[str]) -> int | None:
    if line.is_blank:
        return None
    return 0 if _is_furniture(line.text.strip(), names) else _find_closing_tags(line.text)


def _is_furniture(text: str, names: set[str]) -> bool:
    """Whether a whole line is a rule, a counter, a tag or the name of the site; long lines are told at once."""
    if len(text) <= _LONGEST_COUNTER and _COUNTER.fullmatch(text):
        return True
    if text[0] in _RULE_MARKS and _RULE.fullmatch(text):
        return True
    if text[0] == "<" and _HEAD_TAG.fullmatch(text):
        return True
    return len(text) <= _LONGEST_NAME and bool(names) and _fold(text) in names


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
