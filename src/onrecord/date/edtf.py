"""Dates in the Extended Date/Time Format (ISO 8601-2:2019), as far as a `Dating` writes it."""

import datetime as dt
import re

from onrecord.date.calendars import build_year
from onrecord.date.intervals import Interval, build_day, build_month, build_years
from onrecord.date.years import SOLAR_YEARS

Ends = tuple[dt.date | None, dt.date | None]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T[0-9:.,Z+-]*)?)?)?\Z")
_OPEN = {"", ".."}
# A bare year like these is counted from the Hijra, in the sun's years, the moon's, or either.
_HIJRI_YEARS = range(1300, 1500)


def parse_edtf(text: str) -> Ends | None:
    """The ends of `2005-08-24`, `2005-08`, `2005`, or of an interval of them such as `2004/2006` and `../2005`.

    A time of day is passed over. A bare year of 1300 to 1499 is no Gregorian one, but any of its `find_hijri_years`.
    `None` where the text is something else, or names days that no calendar has.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _parse_date(first)
    if first in _OPEN and last in _OPEN:
        return None
    start = None if first in _OPEN else _parse_date(first)
    end = None if last in _OPEN else _parse_date(last)
    if (start is None and first not in _OPEN) or (end is None and last not in _OPEN):
        return None
    if start and end and start[0] > end[1]:
        return None
    return start and start[0], end and end[1]


def find_hijri_years(year: int) -> tuple[Interval, ...]:
    """The Islamic and the Solar Hijri year of a number from 1300 to 1499, in order of time; none for other numbers."""
    if year not in _HIJRI_YEARS:
        return ()
    lunar = build_year("islamic", year)
    solar = build_year("solar-hijri", year) if year in SOLAR_YEARS else None
    return tuple(days for days in (lunar, solar) if days)


def _parse_date(text: str) -> Interval | None:
    found = _DATE.match(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        hijri = find_hijri_years(int(found[1]))
        return (hijri[0][0], hijri[-1][1]) if hijri else build_years(int(found[1]), int(found[1]))
    return build_month(year, month) if day is None else build_day(year, month, day)
