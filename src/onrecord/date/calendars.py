"""The three calendars: days, months and years of each as intervals of Gregorian days.

The Solar Hijri calendar is computed by jdatetime, the Islamic one by hijridate (Umm al-Qura, 1343 to 1500). The lunar
calendar is observed: Iran was a day off Umm al-Qura in 2 of 5 cases that were checked, so each of its days is three.
"""

import datetime as dt
from functools import cache, lru_cache

from onrecord.date.intervals import Interval, build_day, build_days, build_month, build_years
from onrecord.model import Calendar

SOLAR_YEARS = range(1200, 1501)
LUNAR_YEARS = range(1343, 1501)
OBSERVED = dt.timedelta(days=1)
_DAY = dt.timedelta(days=1)
_NO_DAY = dt.timedelta()
_LONGEST_LUNAR = 30
_YEAR_LENGTH = {"gregorian": 365.2425, "solar-hijri": 365.2422, "islamic": 354.367}
_EPOCH = {"gregorian": dt.date(1, 1, 1), "solar-hijri": dt.date(622, 3, 22), "islamic": dt.date(622, 7, 19)}


@lru_cache(maxsize=4096)
def convert_day(calendar: Calendar, year: int, month: int, day: int) -> dt.date | None:
    """The Gregorian day of a day in another calendar, or `None` where that has no such day or is not computed."""
    if calendar == "gregorian":
        found = build_day(year, month, day)
        return found and found[0]
    try:
        return _convert_solar(year, month, day) if calendar == "solar-hijri" else _convert_lunar(year, month, day)
    except (ValueError, OverflowError):
        return None


def _convert_solar(year: int, month: int, day: int) -> dt.date | None:
    if year not in SOLAR_YEARS:
        return None
    import jdatetime  # noqa: PLC0415 - commands that meet no such date start sooner

    found: dt.date = jdatetime.date(year, month, day).togregorian()
    return found


def _convert_lunar(year: int, month: int, day: int) -> dt.date | None:
    if year not in LUNAR_YEARS or day > _LONGEST_LUNAR:
        return None
    from hijridate import Hijri  # noqa: PLC0415 - as above

    # A month of 29 days in the tables may have been seen to have 30.
    shown = min(day, 29)
    found = Hijri(year, month, shown).to_gregorian()
    return dt.date(found.year, found.month, found.day) + (_DAY if day == _LONGEST_LUNAR else _NO_DAY)


def build_dated(calendar: Calendar, year: int, month: int, first: int, last: int) -> Interval | None:
    """Some days of one month of any calendar; a lunar day has a day of doubt on either side."""
    if calendar == "gregorian":
        return build_days(year, month, first, last)
    start, end = convert_day(calendar, year, month, first), convert_day(calendar, year, month, last)
    return _widen(calendar, start, end) if start and end and start <= end else None


def build_whole_month(calendar: Calendar, year: int, month: int) -> Interval | None:
    """A month of any calendar."""
    if calendar == "gregorian":
        return build_month(year, month)
    start = convert_day(calendar, year, month, 1)
    following = convert_day(calendar, year + month // 12, month % 12 + 1, 1)
    return _widen(calendar, start, following - _DAY) if start and following else None


def build_year(calendar: Calendar, year: int) -> Interval | None:
    """A year of any calendar."""
    if calendar == "gregorian":
        return build_years(year, year)
    start, following = convert_day(calendar, year, 1, 1), convert_day(calendar, year + 1, 1, 1)
    return _widen(calendar, start, following - _DAY) if start and following else None


def _widen(calendar: Calendar, start: dt.date, end: dt.date) -> Interval:
    return (start - OBSERVED, end + OBSERVED) if calendar == "islamic" else (start, end)


def guess_year(calendar: Calendar, day: dt.date) -> int:
    """The year of a calendar in which the day lies, or the one beside it."""
    return 1 + int((day - _EPOCH[calendar]).days / _YEAR_LENGTH[calendar])


@cache
def find_occurrences(calendar: Calendar, month: int, days: tuple[int, int], window: Interval) -> tuple[Interval, ...]:
    """Every time that some days of a month (a whole month: 0, 0) fall into the window, in order; cut to it."""
    first, last = guess_year(calendar, window[0]) - 1, guess_year(calendar, window[1]) + 1
    found = []
    for year in range(max(1, first), last + 1):
        when = build_dated(calendar, year, month, *days) if days[0] else build_whole_month(calendar, year, month)
        if when and when[0] <= window[1] and when[1] >= window[0]:
            found.append((max(when[0], window[0]), min(when[1], window[1])))
    return tuple(found)
