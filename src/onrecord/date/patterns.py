"""What a phrase allows: fixed days, the same days of every year, a weekday, a distance from the day of speaking."""

import msgspec

from onrecord.date.calendars import find_occurrences
from onrecord.date.intervals import Interval, move_day
from onrecord.model import Calendar, Span

_WEEK = 7


class Fixed(msgspec.Struct, frozen=True, kw_only=True):
    """Days that need nothing else to be known; several where the phrase can be read in several ways."""

    readings: tuple[Interval, ...]


class Yearly(msgspec.Struct, frozen=True, kw_only=True):
    """Days of a month in whichever year; a whole month is 0, 0. `readings` are others of the same name."""

    calendar: Calendar
    month: int
    first: int
    last: int
    readings: tuple[tuple[int, int, int], ...] = ()


class Weekday(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the week, Monday 0."""

    number: int


class Distance(msgspec.Struct, frozen=True, kw_only=True):
    """So many days from the day of speaking, negative before it. `weekday` narrows them, -1 where none does."""

    low: int
    high: int
    weekday: int = -1


Pattern = Fixed | Yearly | Weekday | Distance


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a text that speaks of days. `shift` moves them: the eve of a day is the one before it.

    `is_doubtful` says that the phrase contradicts itself, as a Gregorian month in a Solar year does.
    """

    rule: str
    span: Span
    pattern: Pattern
    calendar: Calendar = "gregorian"
    shift: tuple[int, int] = (0, 0)
    is_doubtful: bool = False


def find_days(phrase: Phrase, window: Interval) -> tuple[Interval, ...]:
    """The days in the window that a phrase allows, in order; a distance is counted from each day of the window."""
    low, high = phrase.shift
    looked = (move_day(window[0], -high), move_day(window[1], -low))
    found = _find(phrase.pattern, looked)
    return tuple((max(move_day(start, low), window[0]), min(move_day(end, high), window[1])) for start, end in found)


def _find(pattern: Pattern, window: Interval) -> tuple[Interval, ...]:
    match pattern:
        case Fixed(readings=readings):
            return tuple(
                (max(start, window[0]), min(end, window[1]))
                for start, end in sorted(readings)
                if start <= window[1] and end >= window[0]
            )
        case Yearly(calendar=calendar, month=month, first=first, last=last, readings=others):
            wanted = ((month, first, last), *others)
            return tuple(
                sorted(
                    day for number, *days in wanted for day in find_occurrences(calendar, number, tuple(days), window)
                )
            )
        case Weekday(number=number):
            return find_weekdays(number, window)
        case Distance():
            return ()


def find_weekdays(number: int, window: Interval) -> tuple[Interval, ...]:
    """Every day in the window that is this weekday."""
    first = move_day(window[0], (number - window[0].weekday()) % _WEEK)
    count = (window[1] - first).days // _WEEK + 1
    return tuple((day, day) for day in (move_day(first, _WEEK * index) for index in range(max(0, count))))
