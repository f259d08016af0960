"""Days that a phrase allows inside a window."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from onrecord.date.patterns import Phrase, Weekday, Yearly, find_days, find_weekdays
from onrecord.model import Span

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2060, 1, 1))
SPAN = Span(start=0, end=1)


@given(DAYS, st.integers(0, 60), st.integers(0, 6))
def test_every_weekday_of_a_window_is_found(first: dt.date, length: int, number: int) -> None:
    window = (first, first + dt.timedelta(days=length))
    days = [first + dt.timedelta(days=more) for more in range(length + 1)]
    assert [day for day, _ in find_weekdays(number, window)] == [day for day in days if day.weekday() == number]


@given(DAYS)
def test_the_eve_is_the_day_before(day: dt.date) -> None:
    if (day.month, day.day) == (2, 29):
        return
    yearly = Yearly(calendar="gregorian", month=day.month, first=day.day, last=day.day)
    eve = Phrase(rule="month-day", span=SPAN, pattern=yearly, shift=(-1, -1))
    before = day - dt.timedelta(days=1)
    assert find_days(eve, (before, before)) == ((before, before),)
    assert find_days(eve, (day, day)) == ()


def test_the_end_of_the_calendar_is_no_error() -> None:
    phrase = Phrase(rule="weekday", span=SPAN, pattern=Weekday(number=0), shift=(-1, 1))
    assert find_days(phrase, (dt.date.min, dt.date.min))
    assert find_days(phrase, (dt.date.max, dt.date.max)) is not None
