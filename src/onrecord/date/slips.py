"""What a date that contradicts its weekday may have been before somebody slipped."""

import datetime as dt
from collections.abc import Iterator

from onrecord.date.calendars import build_dated, guess_year
from onrecord.date.intervals import Interval, move_day
from onrecord.date.monthdays import find_overlapping
from onrecord.date.patterns import Distance, Phrase, Weekday


def find_repairs(kept: tuple[Phrase, ...], readings: list[Interval]) -> Iterator[Interval]:
    """The days that fit the weekday if one slip was made: a Solar month written as a Gregorian one, a day, a year."""
    weekdays = {
        phrase.pattern.number if isinstance(phrase.pattern, Weekday) else phrase.pattern.weekday
        for phrase in kept
        if isinstance(phrase.pattern, (Weekday, Distance))
    }
    for start, end in readings:
        if start == end:
            yield from ((day, day) for day in _find_slips(start) if day.weekday() in weekdays)


def _find_slips(day: dt.date) -> Iterator[dt.date]:
    year = guess_year("solar-hijri", day)
    for month in find_overlapping(day.month):
        near = [build_dated("solar-hijri", number, month, day.day, day.day) for number in (year - 1, year)]
        yield from (each[0] for each in near if each and abs((each[0] - day).days) < 62)  # noqa: PLR2004 - two months
    yield from (move_day(day, -1), move_day(day, 1))
    for number in (day.year - 1, day.year + 1):
        if (day.month, day.day) != (2, 29) and dt.MINYEAR <= number <= dt.MAXYEAR:
            yield day.replace(year=number)
