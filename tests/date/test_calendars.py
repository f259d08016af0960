"""The three calendars, there and back over their whole range."""

import datetime as dt

import jdatetime
import pytest
from hijridate import Gregorian
from hypothesis import given
from hypothesis import strategies as st

from onrecord.date.calendars import (
    LUNAR_YEARS,
    SOLAR_YEARS,
    build_dated,
    build_whole_month,
    build_year,
    convert_day,
    find_occurrences,
)
from onrecord.model import Calendar

FIRST_SOLAR, LAST_SOLAR = jdatetime.date(SOLAR_YEARS[0], 1, 1).togregorian(), jdatetime.date(1500, 12, 29).togregorian()
FIRST_LUNAR, LAST_LUNAR = dt.date(1924, 8, 1), dt.date(2077, 11, 16)


@given(st.dates(FIRST_SOLAR, LAST_SOLAR))
def test_a_solar_day_is_the_day_that_it_came_from(day: dt.date) -> None:
    solar = jdatetime.date.fromgregorian(date=day)
    assert convert_day("solar-hijri", solar.year, solar.month, solar.day) == day


@given(st.dates(FIRST_LUNAR, LAST_LUNAR))
def test_a_lunar_day_is_the_day_that_it_came_from(day: dt.date) -> None:
    lunar = Gregorian.fromdate(day).to_hijri()
    assert convert_day("islamic", lunar.year, lunar.month, lunar.day) == day
    assert build_dated("islamic", lunar.year, lunar.month, lunar.day, lunar.day) == (
        day - dt.timedelta(days=1),
        day + dt.timedelta(days=1),
    )


@pytest.mark.parametrize("calendar", ["gregorian", "solar-hijri", "islamic"])
def test_months_and_years_hold_their_days(calendar: Calendar) -> None:
    years = {"gregorian": 2024, "solar-hijri": 1403, "islamic": 1445}
    year = build_year(calendar, years[calendar])
    months = [build_whole_month(calendar, years[calendar], month) for month in range(1, 13)]
    assert year is not None
    assert all(month and year[0] <= month[0] and month[1] <= year[1] for month in months)


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day"),
    [
        ("solar-hijri", 1402, 12, 30),
        ("solar-hijri", 1403, 13, 1),
        ("islamic", 1445, 1, 31),
        ("islamic", LUNAR_YEARS[0] - 1, 1, 1),
        ("gregorian", 2023, 2, 29),
    ],
)
def test_a_day_that_a_calendar_lacks_is_none(calendar: Calendar, year: int, month: int, day: int) -> None:
    assert convert_day(calendar, year, month, day) is None


@given(st.dates(dt.date(1950, 1, 1), dt.date(2060, 1, 1)))
def test_a_day_of_every_year_is_found_once_in_each_solar_year(day: dt.date) -> None:
    solar = jdatetime.date.fromgregorian(date=day)
    if (solar.month, solar.day) != (12, 30):
        window = build_year("solar-hijri", solar.year)
        assert window is not None
        assert find_occurrences("solar-hijri", solar.month, (solar.day, solar.day), window) == ((day, day),)
