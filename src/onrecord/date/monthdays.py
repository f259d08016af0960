"""Days and months that are named: "24 August 2005", "the 19th of Bahman of 1357", "Zihajjah 7, 1425", "March 26"."""

import re
from collections.abc import Iterator

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
from onrecord.date.patterns import Fixed, Phrase, Yearly
from onrecord.date.surroundings import Surroundings, read_surroundings
from onrecord.model import Calendar

# Before 1583 there is no Gregorian calendar.
FIRST_PHRASE_YEAR = 1583
GREGORIAN_YEARS = range(FIRST_PHRASE_YEAR, 2200)
# An Iranian office may give a lunar month the Solar year: "Ramadhan 1388" was in 2009.
BOTH_YEARS = range(1343, 1411)
_RULES: dict[Calendar, str] = {"gregorian": "date-phrase", "solar-hijri": "solar-date", "islamic": "lunar-date"}
_YEARLY_RULES: dict[Calendar, str] = {"gregorian": "month-day", "solar-hijri": "solar-day", "islamic": "lunar-day"}


def read_named(text: str, name: Name, floor: int = 0) -> Phrase | None:
    """The day, days or month that the words around a month's name say, or `None` where it is just a word.

    Nothing before `floor` belongs to it.
    """
    if name.kind in {"weekday", "short-weekday"}:
        return None
    read = read_surroundings(text, name, floor)
    if not read.first and not read.year:
        return None
    calendar: Calendar = name.kind  # type: ignore[assignment]  # the weekdays are gone
    if not read.first and not _may_stand_alone(text, name):
        return None
    return _build(calendar, name.number, read)


def _may_stand_alone(text: str, name: Name) -> bool:
    # "Day 1357" and "Tir 1378": the one is a word, the other a month.
    return text[name.start : name.end] not in {"Day", "DAY", "Dai", "Mar", "Sun"}


def _build(calendar: Calendar, month: int, read: Surroundings) -> Phrase | None:
    if not read.year:
        return _build_yearly(calendar, month, read)
    year = _parse_year(calendar, read.year)
    if calendar == "gregorian" and year in SOLAR_YEARS[100:250]:
        return _build_mistranslated(month, read, year)
    return _build_fixed(calendar, read, tuple(_find_days(calendar, year, month, read)))


def _find_days(calendar: Calendar, year: int, month: int, read: Surroundings) -> Iterator[Interval | None]:
    """The days in a year of the same calendar, or in a Gregorian or Solar one beside the month of another."""
    if calendar == "gregorian":
        yield _build_days(calendar, year, month, read) if year in GREGORIAN_YEARS else None
        return
    window = build_years(year, year) if year >= FIRST_PHRASE_YEAR else None
    if calendar == "islamic" and year in BOTH_YEARS:
        window = build_year("solar-hijri", year)
    if window:
        yield from find_occurrences(calendar, month, (read.first, read.last), window)
    if year in (SOLAR_YEARS if calendar == "solar-hijri" else LUNAR_YEARS):
        yield _build_days(calendar, year, month, read)


def _build_days(calendar: Calendar, year: int, month: int, read: Surroundings) -> Interval | None:
    if not read.first:
        return build_whole_month(calendar, year, month)
    return build_dated(calendar, year, month, read.first, read.last)


def _build_fixed(calendar: Calendar, read: Surroundings, days: tuple[Interval | None, ...]) -> Phrase:
    # A day that the calendar lacks keeps its place, so that nothing in it is read as something else.
    readings = tuple(each for each in days if each)
    return Phrase(rule=_RULES[calendar], span=read.span, pattern=Fixed(readings=readings), calendar=calendar)


def _build_yearly(calendar: Calendar, month: int, read: Surroundings) -> Phrase | None:
    # The day must exist in some year.
    leap, long = 2024, (1403 if calendar == "solar-hijri" else 1444)
    if not build_dated(calendar, leap if calendar == "gregorian" else long, month, read.first, read.last):
        return None
    pattern = Yearly(calendar=calendar, month=month, first=read.first, last=read.last)
    return Phrase(rule=_YEARLY_RULES[calendar], span=read.span, pattern=pattern, calendar=calendar)


def _build_mistranslated(month: int, read: Surroundings, year: int) -> Phrase:
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
