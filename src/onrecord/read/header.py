"""The line before a text that tells of it: in the pattern that the office file gives, or plainly markup."""

import html
import re
from typing import Literal, NamedTuple, cast

from onrecord.model import Fact, Office
from onrecord.read.lines import Line

HEADER_GROUPS = ("year", "date", "title", "speaker")
# The header stands before the text: among its first lines that show something.
_LINES_LOOKED_AT = 3

_LONGEST_TAG = 2000
# <meta year="1999" title="..."/>: a value may hold quotation marks, it ends where another begins or the tag ends.
_TAG = re.compile(r"\s*<(?:meta|doc|document|text|speech|page)\s+(?P<attributes>[^<>]*=[^<>]*)>\s*", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<!\S)(?P<name>[\w:-]+)\s*=\s*(?P<mark>[\"'])(?P<value>.*?)(?P=mark)(?=\s+[\w:-]+\s*=|\s*/?\Z)"
)

HeaderName = Literal["year", "date", "title", "speaker"]


class Header(NamedTuple):
    """What the header line states, the lines without it, and the line itself, `None` where there is none."""

    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    line: Line | None = None


def read_header(lines: tuple[Line, ...], office: Office) -> Header:
    """The facts of the header line, where the text has one in the office's pattern, or one that is a tag with facts."""
    shown = [index for index, line in enumerate(lines) if not line.is_blank][:_LINES_LOOKED_AT]
    pattern = re.compile(office.header) if office.header else None
    for read in (lambda text: _match(pattern, text), _read_tag):
        for index in shown:
            facts = _facts(read(lines[index].text))
            if facts is not None:
                return Header(facts, lines[:index] + lines[index + 1 :], lines[index])
    return Header((), lines)


def _match(pattern: re.Pattern[str] | None, text: str) -> dict[str, str | None] | None:
    found = pattern.search(text) if pattern else None
    return found.groupdict() if found else None


def _read_tag(text: str) -> dict[str, str | None] | None:
    tag = _TAG.fullmatch(text) if len(text) <= _LONGEST_TAG else None
    if tag is None:
        return None
    stated = {found["name"].lower(): found["value"] for found in _ATTRIBUTE.finditer(tag["attributes"])}
    return {name: stated.get(name) for name in HEADER_GROUPS} if not stated.keys().isdisjoint(HEADER_GROUPS) else None


def _facts(groups: dict[str, str | None] | None) -> tuple[Fact, ...] | None:
    if groups is None:
        return None
    stated = {name: html.unescape(value or "").strip() for name, value in groups.items()}
    return tuple(
        Fact(name=cast("HeaderName", name), text=stated[name], origin="header")
        for name in HEADER_GROUPS
        if stated.get(name)
    )
