"""Dates in digits alone: `8/12/2023`, `7-31-17`, `2013/04/29`, `1399/9/26`."""

import re
from collections.abc import Iterator

from onrecord.date.calendars import LUNAR_YEARS, build_dated
from onrecord.date.intervals import Interval
from onrecord.date.monthdays import GREGORIAN_YEARS
from onrecord.date.patterns import Fixed, Phrase
from onrecord.model import Calendar, Span

_THREE = re.compile(
    r"(?<![\w/])(?<![0-9][.:,-])([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{1,2})(?![0-9/%])(?!-[0-9]|[.,:][0-9])"
)
_MONTHS = 12
_LONGEST_MONTH = 31
# The Solar years of people who can be quoted; from 1411 on the lunar years are those of today.
_SOLAR = range(1300, 1411)
# The first year that two digits mean: 70 is 1970 and 69 is 2069, as in POSIX.
_CENTURY_TURNS = 70


def find_numeric(text: str, *, day_first: bool | None) -> Iterator[Phrase]:
    """Every date of three numbers. Where day and month can be told apart by nothing, both readings are kept."""
    for found in _THREE.finditer(text):
        read = _read(found, day_first)
        if read is not None:
            calendar, readings = read
            yield Phrase(
                rule="numeric-date",
                span=Span(start=found.start(), end=found.end()),
                pattern=Fixed(readings=readings),
                calendar=calendar,
            )


def find_habit(text: str) -> bool | None:
    """Whether the unambiguous dates of a text put the day first; `None` where there are none or they disagree."""
    seen = set()
    for found in _THREE.finditer(text):
        first, second, last = int(found[1]), int(found[3]), found[4]
        if len(found[1]) < 3 and len(last) != 1 and (first > _MONTHS) != (second > _MONTHS):  # noqa: PLR2004 - no year
            seen.add(first > _MONTHS)
    return seen.pop() if len(seen) == 1 else None


def _read(found: re.Match[str], day_first: bool | None) -> tuple[Calendar, tuple[Interval, ...]] | None:  # noqa: FBT001
    first, mark, second, last = found[1], found[2], int(found[3]), found[4]
    if len(first) == 4:  # noqa: PLR2004 - four digits are a year
        return _build(int(first), ((second, int(last)),))
    if len(first) == 3 or (len(last) < 4 and (mark == "." or len(last) == 1)):  # noqa: PLR2004 - as above
        return None
    if int(first) > _LONGEST_MONTH:
        return None
    year = int(last) if len(last) == 4 else int(last) + (2000 if int(last) < _CENTURY_TURNS else 1900)  # noqa: PLR2004
    return _build(year, _order(int(first), second, day_first))


def _order(first: int, second: int, day_first: bool | None) -> tuple[tuple[int, int], ...]:  # noqa: FBT001
    """The possible (month, day), the one that the habit prefers first; a habit that gives no day is broken."""
    if first > _MONTHS or second > _MONTHS or first == second:
        return ((second, first),) if first > _MONTHS or first == second else ((first, second),)
    if day_first is None:
        return (second, first), (first, second)
    return ((second, first),) if day_first else ((first, second),)


def _build(year: int, orders: tuple[tuple[int, int], ...]) -> tuple[Calendar, tuple[Interval, ...]] | None:
    calendar = _find_calendar(year)
    if calendar is None:
        return None
    days = (build_dated(calendar, year, month, day, day) for month, day in orders)
    readings = tuple(day for day in days if day)
    return (calendar, readings) if readings else None


def _find_calendar(year: int) -> Calendar | None:
    if year in GREGORIAN_YEARS:
        return "gregorian"
    if year in _SOLAR:
        return "solar-hijri"
    return "islamic" if year in LUNAR_YEARS else None
