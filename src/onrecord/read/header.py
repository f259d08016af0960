"""The line before a text that tells of it, in the pattern that the office file gives."""

import html
import re
from typing import Literal, NamedTuple, cast

from onrecord.model import Fact, Office
from onrecord.read.lines import Line

HEADER_GROUPS = ("year", "date", "title", "speaker")
# The header stands before the text: among its first lines that show something.
_LINES_LOOKED_AT = 3

HeaderName = Literal["year", "date", "title", "speaker"]


class Header(NamedTuple):
    """What the header line states, the lines without it, and the line itself, `None` where there is none."""

    facts: tuple[Fact, ...]
    lines: tuple[Line, ...]
    line: Line | None = None


def read_header(lines: tuple[Line, ...], office: Office) -> Header:
    """The facts of the header line, where the office has such a pattern and the text such a line."""
    if not office.header:
        return Header((), lines)
    pattern = re.compile(office.header)
    shown = [index for index, line in enumerate(lines) if not line.is_blank][:_LINES_LOOKED_AT]
    for index in shown:
        match = pattern.search(lines[index].text)
        if match:
            return Header(_facts(match), lines[:index] + lines[index + 1 :], lines[index])
    return Header((), lines)


def _facts(match: re.Match[str]) -> tuple[Fact, ...]:
    stated = {name: html.unescape(value or "").strip() for name, value in match.groupdict().items()}
    return tuple(
        Fact(name=cast("HeaderName", name), text=stated[name], origin="header")
        for name in HEADER_GROUPS
        if stated.get(name)
    )
