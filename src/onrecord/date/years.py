"""Years without a month: one, several, a decade; and whether a bare number is a year at all."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.date.intervals import build_clue, build_month, build_years
from onrecord.model import Clue, Span

FIRST_YEAR = 1700
LAST_YEAR = 2100

# Directly beside these the digits are part of something else: $1800  F-1900  4:1776  1800%  1972-era  1999.5
_JOINED_BEFORE = re.compile(r"(?<![\w$€£¥#&+°@])(?<![0-9][.,:/])(?<!\w[-/])")
_JOINED_AFTER = re.compile(r"[\w%°$€£@]|[.,:/][0-9]|[-/]\w")
_PREFIX = re.compile(r"\b(?:mid|pre|post|early|late|circa)[-\u2013]\Z", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[.,]?[\s(]*\Z")
_WORD_AFTER = re.compile(r"[ \xa0\n]([A-Za-z]+)")
_WORD_REACH = 20

_MONTH = re.compile(r"-(0[1-9]|1[0-2])(?![0-9/-]|\.[0-9])")
_RANGE = re.compile(r"\s?[-\u2013\u2014/]\s?([12][0-9]{3}|[0-9]{2})(?![0-9]|[-/.][0-9])")
_DECADE = re.compile(r"['\u2019]?s\b")


class _Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """The tables of data/numbers.toml."""

    source: str
    before: frozenset[str]
    units: frozenset[str]
    counted: frozenset[str]


@cache
def _load_numbers() -> _Numbers:
    text = files("onrecord.date").joinpath("data/numbers.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Numbers)


def read_years(text: str, digits: Span) -> Clue | None:
    """The range of years, month, decade or bare year that the four digits begin, or `None` where they are no year."""
    year = int(digits.slice(text))
    if not (FIRST_YEAR <= year <= LAST_YEAR and _may_begin(text, digits.start)):
        return None
    return _read_joined(text, digits, year) or _read_bare(text, digits, year)


def _read_joined(text: str, digits: Span, year: int) -> Clue | None:
    """1939-1945, 2004/05, 2005-08, 1940s."""
    months = _MONTH.match(text, digits.end)
    # 2004-05 may be a month or two years: both lie in the two years.
    if months is not None and int(months[1]) != (year + 1) % 100:
        span = Span(start=digits.start, end=months.end())
        return build_clue("numeric-date", text, span, build_month(year, int(months[1])))
    years = _RANGE.match(text, digits.end)
    if years is not None and year < (last := int(str(year)[: -len(years[1])] + years[1])) <= LAST_YEAR:
        return build_clue("year-range", text, Span(start=digits.start, end=years.end()), build_years(year, last))
    decade = _DECADE.match(text, digits.end)
    if decade is not None and year % 10 == 0:
        last = year + (9 if year % 100 else 99)
        return build_clue("decade", text, Span(start=digits.start, end=decade.end()), build_years(year, last))
    return None


def _read_bare(text: str, digits: Span, year: int) -> Clue | None:
    if _JOINED_AFTER.match(text, digits.end) or _is_count(text, digits):
        return None
    return build_clue("bare-year", text, digits, build_years(year, year))


def _may_begin(text: str, start: int) -> bool:
    return bool(_JOINED_BEFORE.match(text, start) or _PREFIX.search(text, max(0, start - _WORD_REACH), start))


def _is_count(text: str, digits: Span) -> bool:
    numbers = _load_numbers()
    before = _WORD_BEFORE.search(text, max(0, digits.start - _WORD_REACH), digits.start)
    leading = before[1].lower() if before else ""
    after = _WORD_AFTER.match(text, digits.end)
    following = after[1] if after else ""
    if leading in numbers.before or following.lower() in numbers.units:
        return True
    return following in numbers.counted and leading not in {"in", "since", "during"}
