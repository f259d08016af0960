"""Years without a month: one, several, a decade; and whether a bare number is a year at all."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.date.calendars import build_year
from onrecord.date.habits import Habits
from onrecord.date.intervals import Interval, build_month, build_years
from onrecord.date.patterns import Fixed, Phrase
from onrecord.date.tables import load_table
from onrecord.model import Calendar, Span

FIRST_YEAR = 1700
LAST_YEAR = 2100
# A number like these is a Solar year where the office counts them, and no Gregorian one.
SOLAR_YEARS = range(1300, 1411)

# Looking back last lets the scan leap from one 1 or 2 to the next.
_YEAR = re.compile(r"[12][0-9]{3}(?![0-9])(?<![0-9]{5})")
# The editor's century: in the year [13]61.
_EDITED = re.compile(r"\[1[34]\]\s?[0-9]{2}(?![0-9])")
# Directly beside these the digits are part of something else: $1800  F-1900  4:1776  1800%  1972-era  1999.5
_JOINED_BEFORE = re.compile(r"(?<![\w$€£¥#&+°@])(?<![0-9][.,:/])(?<!\w[-/])")
_JOINED_AFTER = re.compile(r"[\w%°$€£@]|[.,:/][0-9]|[-/]\w")
_PREFIX = re.compile(r"\b(?:mid|pre|post|early|late|circa)[-\u2013]\Z", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[.,]?[\s(]*\Z")
_WORD_AFTER = re.compile(r"[ \xa0\n]([A-Za-z]+)")
_WORD_REACH = 20
# A small number needs more than a place among words to be a Solar year.
_SOLAR_BEFORE = re.compile(
    r"\b(?:years?(?:\s+of)?|in|since|of|until|till|from|by|late|early|mid|between|during|and|to|or|before|after|around)"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)

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
    return msgspec.convert(load_table("numbers"), _Numbers)


def find_years(text: str, within: Span, habits: Habits) -> Iterator[Phrase]:
    """Every year, range of years, year and month, and decade that begins in a stretch of the text."""
    floor = within.start
    for found in _YEAR.finditer(text, within.start, within.end):
        if found.start() < floor:
            continue
        phrase = _read_years(text, Span(start=found.start(), end=found.end()), habits)
        if phrase is not None:
            floor = phrase.span.end
            yield phrase
    if "solar-hijri" in habits.calendars:
        yield from _find_edited(text, within)


def _find_edited(text: str, within: Span) -> Iterator[Phrase]:
    for found in _EDITED.finditer(text, within.start, within.end):
        year = int(re.sub(r"[^0-9]", "", found[0]))
        span = Span(start=found.start(), end=found.end())
        yield from _build("bare-year", span, build_year("solar-hijri", year), "solar-hijri")


def _read_years(text: str, digits: Span, habits: Habits) -> Phrase | None:
    year = int(digits.slice(text))
    if not _may_begin(text, digits.start):
        return None
    if year in SOLAR_YEARS and "solar-hijri" in habits.calendars:
        return _read_solar(text, digits, year)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return next(_read_joined(text, digits, year), None) or next(_read_bare(text, digits, year), None)


def _read_solar(text: str, digits: Span, year: int) -> Phrase | None:
    decade = _DECADE.match(text, digits.end)
    if decade is not None and year % 10 == 0:
        first, last = build_year("solar-hijri", year), build_year("solar-hijri", year + 9)
        days = (first[0], last[1]) if first and last else None
        return next(_build("decade", Span(start=digits.start, end=decade.end()), days, "solar-hijri"), None)
    if _JOINED_AFTER.match(text, digits.end) or _is_count(text, digits):
        return None
    if not _SOLAR_BEFORE.search(text, max(0, digits.start - _WORD_REACH), digits.start):
        return None
    return next(_build("bare-year", digits, build_year("solar-hijri", year), "solar-hijri"), None)


def _read_joined(text: str, digits: Span, year: int) -> Iterator[Phrase]:
    """1939-1945, 2004/05, 2005-08, 1940s."""
    months = _MONTH.match(text, digits.end)
    # 2004-05 may be a month or two years: both lie in the two years.
    if months is not None and int(months[1]) != (year + 1) % 100:
        span = Span(start=digits.start, end=months.end())
        yield from _build("numeric-date", span, build_month(year, int(months[1])))
    years = _RANGE.match(text, digits.end)
    if years is not None and year < (last := int(str(year)[: -len(years[1])] + years[1])) <= LAST_YEAR:
        yield from _build("year-range", Span(start=digits.start, end=years.end()), build_years(year, last))
    decade = _DECADE.match(text, digits.end)
    if decade is not None and year % 10 == 0:
        last = year + (9 if year % 100 else 99)
        yield from _build("decade", Span(start=digits.start, end=decade.end()), build_years(year, last))


def _read_bare(text: str, digits: Span, year: int) -> Iterator[Phrase]:
    if not _JOINED_AFTER.match(text, digits.end) and not _is_count(text, digits):
        yield from _build("bare-year", digits, build_years(year, year))


def _build(rule: str, span: Span, days: Interval | None, calendar: Calendar = "gregorian") -> Iterator[Phrase]:
    if days is not None:
        yield Phrase(rule=rule, span=span, pattern=Fixed(readings=(days,)), calendar=calendar)


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
