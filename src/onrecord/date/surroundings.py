"""The day and the year that stand around the name of a month."""

import re
from functools import cache
from typing import NamedTuple

from onrecord.date.names import Name
from onrecord.date.numbers import build_ordinal_pattern, parse_day
from onrecord.model import Span

# The longest thing that stands before a month: "twenty-first to the twenty-second day of the blessed month of".
_REACH = 80
_NUMBER = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_ENDING = r"(?:\s?(?:st|nd|rd|th)\b)"
_TO = r"\s*(?:[-\u2013\u2014/]|to\b|until\b|through\b|and\b|&)\s*(?:the\s+)?"
_MONTH_OF = (
    r"(?:\s+(?:the\s+)?(?:(?:holy|blessed|sacred|auspicious|lunar|solar|Islamic|Iranian|Persian|Arabic)\s+){0,2}"
    r"month(?:\s+of)?)?"
)
_YEAR = (
    r"(?P<year>\[1[34]\]\s?[0-9]{2}|[0-9]{4}(?![0-9])(?!\s?(?:GMT|UTC|hours|hrs|people|years|MWT|:))"
    r"|(?<=[-/])[0-9]{2}(?![0-9:/-])|['\u2019][0-9]{2}(?![0-9]))"
)


class Surroundings(NamedTuple):
    """The numbers around a month's name; 0 where there is none, and the year as it is written."""

    first: int
    last: int
    year: str
    span: Span


@cache
def _build_left() -> re.Pattern[str]:
    day = rf"(?:{_NUMBER}{_ENDING}?|{build_ordinal_pattern()}\b)"
    return re.compile(
        rf"(?<![\w/])(?<![0-9][.,:])(?P<first>{day})(?:{_TO}(?P<last>{day}))?"
        rf"(?P<of>(?:\s+(?:day|night))?(?:\s+of(?:\s+the)?)?{_MONTH_OF})[\s/.,-]{{0,3}}\Z"
    )


_YEAR_LEFT = re.compile(r"(?<![\w/.,-])(?P<year>[0-9]{4})[\s,/-]{1,2}\Z")


@cache
def _build_right() -> re.Pattern[str]:
    day = rf"(?:{_NUMBER}{_ENDING}?|(?:the\s+)?{build_ordinal_pattern()}\b)"
    return re.compile(
        rf"\.?[\s/-]{{0,2}}(?:the\s+)?(?P<first>{day})(?!\s?(?:%|percent|million|people|years?\b))(?![.,:][0-9])"
        rf"(?:{_TO}(?P<last>{day})(?![.,:][0-9]))?"
    )


@cache
def _build_year() -> re.Pattern[str]:
    return re.compile(rf"\.?(?:\s*[,/.-]\s*|\s+)?(?:\(|(?:of|in)\s+)?(?:(?:the\s+)?years?\s+(?:of\s+)?)?{_YEAR}")


def read_surroundings(text: str, name: Name, floor: int = 0) -> Surroundings:
    """What stands around the name of a month; nothing before `floor` belongs to it."""
    left = _build_left().search(text, max(floor, name.start - _REACH), name.start)
    if left is not None and not left["of"] and _is_glued_word(text, name):
        left = None
    if left is not None:
        first, last = parse_day(left["first"]), parse_day(left["last"] or left["first"])
        return _read_year(text, Surroundings(first, last, "", Span(start=left.start(), end=name.end)))
    right = None if _is_glued_word(text, name) else _build_right().match(text, name.end)
    if right is None:
        return _read_year(text, Surroundings(0, 0, "", Span(start=name.start, end=name.end)))
    first_word, last_word = (_bare(right[part] or right["first"]) for part in ("first", "last"))
    read = Surroundings(parse_day(first_word), parse_day(last_word), "", Span(start=name.start, end=right.end()))
    dated = _read_year(text, read)
    before = None if dated.year else _YEAR_LEFT.search(text, max(floor, name.start - 8), name.start)
    return (
        dated
        if before is None
        else dated._replace(year=before["year"], span=Span(start=before.start(), end=read.span.end))
    )


def _bare(words: str) -> str:
    return re.sub(r"\Athe\s+", "", words)


def _is_glued_word(text: str, name: Name) -> bool:
    """Whether the month is one only with "of": "the 19th of Day" is a day in winter, "Day 19" is no date."""
    return text[name.start : name.end] in {"Day", "DAY", "Dai"}


def _read_year(text: str, read: Surroundings) -> Surroundings:
    found = _build_year().match(text, read.span.end)
    if found is None:
        return read
    joined = found[0][: found.start("year") - found.start()].strip() in {"-", "/"}
    if not joined and len(found["year"].strip("'\u2019")) == 2 and found["year"].isdigit():  # noqa: PLR2004 - two digits
        return read
    end = found.end() + (1 if "(" in found[0] and text[found.end() : found.end() + 1] == ")" else 0)
    if "(" in found[0] and text[end - 1 : end] != ")":
        return read
    return read._replace(year=found["year"], span=Span(start=read.span.start, end=end))
