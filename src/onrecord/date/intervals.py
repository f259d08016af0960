"""Intervals of Gregorian days, both ends included."""

import calendar
import datetime as dt

Interval = tuple[dt.date, dt.date]


def build_day(year: int, month: int, day: int) -> Interval | None:
    """The interval of one day, or `None` where the calendar has no such day."""
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return date, date


def build_days(year: int, month: int, first: int, last: int) -> Interval | None:
    """The interval of some days of one month, or `None` where it lacks one or they are out of order."""
    start, end = build_day(year, month, first), build_day(year, month, last)
    return (start[0], end[1]) if start and end and first <= last else None


def build_month(year: int, month: int) -> Interval | None:
    """The interval of a month, or `None` where the calendar has no such month."""
    first = build_day(year, month, 1)
    return first and (first[0], first[0].replace(day=calendar.monthrange(year, month)[1]))


def build_years(first: int, last: int) -> Interval | None:
    """The interval from the first day of one year to the last of another, or `None` where they are out of order."""
    if not dt.MINYEAR <= first <= last <= dt.MAXYEAR:
        return None
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def move_day(day: dt.date, days: int) -> dt.date:
    """The day so many days later, or earlier; the ends of the calendar hold it up."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min
