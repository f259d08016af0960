"""Days and months that are named: "24 August 2005", "the 19th of Bahman of 1357", "Zihajjah 7, 1425", "March 26"."""

import re
from functools import cache
from typing import NamedTuple

from onrecord.date.calendars import (
    LUNAR_YEARS,
    SOLAR_YEARS,
    build_dated,
    build_whole_month,
    build_year,
    find_occurrences,
)
from onrecord.date.intervals import Interval, build_years
from onrecord.date.names import Name
from onrecord.date.numbers import build_ordinal_pattern, parse_day
from onrecord.date.patterns import Fixed, Phrase, Yearly
from onrecord.model import Calendar, Span

# Before 1583 there is no Gregorian calendar.
FIRST_PHRASE_YEAR = 1583
GREGORIAN_YEARS = range(FIRST_PHRASE_YEAR, 2200)
# An Iranian office may give a lunar month the Solar year: "Ramadhan 1388" was in 2009.
BOTH_YEARS = range(1343, 1411)
# The longest thing that stands before a month: "twenty-first to the twenty-second day of the blessed month of".
_REACH = 80
_RULES: dict[Calendar, str] = {"gregorian": "date-phrase", "solar-hijri": "solar-date", "islamic": "lunar-date"}
_YEARLY_RULES: dict[Calendar, str] = {"gregorian": "month-day", "solar-hijri": "solar-day", "islamic": "lunar-day"}

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


class _Read(NamedTuple):
    """The numbers around a month's name; 0 where there is none, and the year as it is written."""

    first: int
    last: int
    year: str
    span: Span


def read_named(text: str, name: Name) -> Phrase | None:
    """The day, days or month that the words around a month's name say, or `None` where it is just a word."""
    if name.kind in {"weekday", "short-weekday"}:
        return None
    read = _read_around(text, name)
    if read is None or (not read.first and not read.year):
        return None
    calendar: Calendar = name.kind  # type: ignore[assignment]  # the weekdays are gone
    if not read.first and not _may_stand_alone(text, name):
        return None
    return _build(calendar, name.number, read)


def _may_stand_alone(text: str, name: Name) -> bool:
    # "Day 1357" and "Tir 1378": the one is a word, the other a month.
    return text[name.start : name.end] not in {"Day", "DAY", "Dai", "Mar", "Sun"}


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


def _read_around(text: str, name: Name) -> _Read | None:
    left = _build_left().search(text, max(0, name.start - _REACH), name.start)
    if left is not None and not left["of"] and _is_glued_word(text, name):
        left = None
    if left is not None:
        first, last = parse_day(left["first"]), parse_day(left["last"] or left["first"])
        return _read_year(text, _Read(first, last, "", Span(start=left.start(), end=name.end)))
    right = None if _is_glued_word(text, name) else _build_right().match(text, name.end)
    if right is None:
        return _read_year(text, _Read(0, 0, "", Span(start=name.start, end=name.end)))
    first_word, last_word = (_bare(right[part] or right["first"]) for part in ("first", "last"))
    read = _Read(parse_day(first_word), parse_day(last_word), "", Span(start=name.start, end=right.end()))
    dated = _read_year(text, read)
    before = None if dated.year else _YEAR_LEFT.search(text, max(0, name.start - 8), name.start)
    return dated if before is None else dated._replace(year=before["year"], span=Span(start=before.start(), end=read.span.end))


def _bare(words: str) -> str:
    return re.sub(r"\Athe\s+", "", words)


def _is_glued_word(text: str, name: Name) -> bool:
    """Whether the month is one only with "of": "the 19th of Day" is a day in winter, "Day 19" is no date."""
    return text[name.start : name.end] in {"Day", "DAY", "Dai"}


def _read_year(text: str, read: _Read) -> _Read:
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


def _build(calendar: Calendar, month: int, read: _Read) -> Phrase | None:
    if not read.year:
        return _build_yearly(calendar, month, read)
    year = _parse_year(calendar, read.year)
    if calendar == "gregorian":
        if year in SOLAR_YEARS[100:250]:
            return _build_mistranslated(month, read, year)
        return _build_fixed(calendar, read, (_build_days(calendar, year, month, read),) if year in GREGORIAN_YEARS else ())
    if calendar == "islamic" and year in BOTH_YEARS:
        solar = build_year("solar-hijri", year)
        within = find_occurrences(calendar, month, (read.first, read.last), solar) if solar else ()
        return _build_fixed(calendar, read, (*within, _build_days(calendar, year, month, read)))
    if year in (SOLAR_YEARS if calendar == "solar-hijri" else LUNAR_YEARS):
        return _build_fixed(calendar, read, (_build_days(calendar, year, month, read),))
    window = build_years(year, year)
    if window is None or year < FIRST_PHRASE_YEAR:
        return _build_fixed(calendar, read, ())
    return _build_fixed(calendar, read, find_occurrences(calendar, month, (read.first, read.last), window))


def _build_days(calendar: Calendar, year: int, month: int, read: _Read) -> Interval | None:
    if not read.first:
        return build_whole_month(calendar, year, month)
    return build_dated(calendar, year, month, read.first, read.last)


def _build_fixed(calendar: Calendar, read: _Read, days: tuple[Interval | None, ...]) -> Phrase | None:
    # A day that the calendar lacks keeps its place, so that nothing in it is read as something else.
    readings = tuple(each for each in days if each)
    return Phrase(rule=_RULES[calendar], span=read.span, pattern=Fixed(readings=readings), calendar=calendar)


def _build_yearly(calendar: Calendar, month: int, read: _Read) -> Phrase | None:
    # The day must exist in some year.
    leap, long = 2024, (1403 if calendar == "solar-hijri" else 1444)
    if not build_dated(calendar, leap if calendar == "gregorian" else long, month, read.first, read.last):
        return None
    pattern = Yearly(calendar=calendar, month=month, first=read.first, last=read.last)
    return Phrase(rule=_YEARLY_RULES[calendar], span=read.span, pattern=pattern, calendar=calendar)


def _build_mistranslated(month: int, read: _Read, year: int) -> Phrase | None:
    """A Gregorian month in a Solar year: one of them is a slip of the translator."""
    readings: list[Interval] = []
    window = build_dated("solar-hijri", year, 1, 1, 1), build_dated("solar-hijri", year + 1, 1, 1, 1)
    if window[0] and window[1] and read.first:
        readings += find_occurrences("gregorian", month, (read.first, read.last), (window[0][0], window[1][1]))
    for solar in find_overlapping(month):
        days = _build_days("solar-hijri", year, solar, read)
        readings += [days] if days else []
    pattern = Fixed(readings=tuple(dict.fromkeys(readings)))
    return Phrase(rule="mixed-calendars", span=read.span, pattern=pattern, calendar="solar-hijri", is_doubtful=True)


def find_overlapping(month: int) -> tuple[int, int]:
    """The two Solar months that share days with a Gregorian one: Farvardin ends and Ordibehesht begins in April."""
    return (month + 8) % 12 + 1, (month + 9) % 12 + 1


def _parse_year(calendar: Calendar, written: str) -> int:
    digits = re.sub(r"[^0-9]", "", written)
    if len(digits) > 2:  # noqa: PLR2004 - two digits leave the century to the calendar
        return int(digits)
    short = int(digits)
    if calendar == "gregorian":
        return short + (2000 if short < 70 else 1900)  # noqa: PLR2004 - as POSIX strptime, a year later
    return short + (1300 if short > 30 else 1400)  # noqa: PLR2004 - the Solar century turned in 2021
