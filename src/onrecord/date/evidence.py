"""What speaks for a date: a clue, and the phrases in it that need a year before they name days."""

import datetime as dt

import msgspec

from onrecord.date.intervals import Interval
from onrecord.date.mentions import Mention
from onrecord.date.patterns import Distance, Fixed, Phrase, Weekday, Yearly, find_days, find_weekdays
from onrecord.model import Clue, Days, Span

ALWAYS: Interval = (dt.date.min, dt.date.max)
# Days of every year are looked for in spans up to this; beyond it they single out nothing.
_LONGEST = dt.timedelta(days=20 * 366)
_WEEKDAYS = ("a Monday", "a Tuesday", "a Wednesday", "a Thursday", "a Friday", "a Saturday", "a Sunday")


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A clue with the phrases that name days only inside a window of time, and how much it weighs against others."""

    clue: Clue
    phrases: tuple[Phrase, ...] = ()
    weight: float = 1.0


def build_bound(rule: str, text: str, days: Days, *, span: Span | None = None, is_soft: bool = False) -> Clue:
    """A clue that allows an interval, open where an end is `None`."""
    return Clue(rule=rule, text=text, span=span, earliest=days.earliest, latest=days.latest, is_soft=is_soft)


def build_days(rule: str, text: str, span: Span, days: tuple[Interval, ...], *, is_soft: bool = True) -> Evidence:
    """Evidence that allows some intervals, whatever else is known."""
    ordered = sorted(days)
    clue = Clue(
        rule=rule,
        text=span.slice(text),
        span=span,
        earliest=ordered[0][0],
        latest=max(day[1] for day in ordered),
        readings=tuple(Days(earliest=start, latest=end) for start, end in ordered) if len(ordered) > 1 else (),
        is_soft=is_soft,
    )
    return Evidence(clue=clue)


def build_evidence(rule: str, mention: Mention, text: str, *, is_soft: bool = False, weight: float = 1.0) -> Evidence:
    """The evidence of a mention in `text`: its days, or the phrases that will name them."""
    days = mention.days
    kept = () if days else tuple(phrase for phrase in mention.phrases if _is_recurring(phrase))
    span = close_bracket(text, mention.span)
    clue = Clue(
        rule=rule,
        text=span.slice(text),
        span=span,
        earliest=min(day[0] for day in days) if days else None,
        latest=max(day[1] for day in days) if days else None,
        calendar=next((phrase.calendar for phrase in mention.phrases if phrase.calendar != "gregorian"), "gregorian"),
        readings=tuple(Days(earliest=a, latest=b) for a, b in sorted(days)) if len(days) > 1 else (),
        allows=" and ".join(filter(None, map(describe, kept))),
        is_soft=is_soft,
    )
    return Evidence(clue=clue, phrases=kept, weight=weight)


def close_bracket(text: str, span: Span) -> Span:
    """The span with the bracket that closes what it opens: `today (Thursday)`."""
    words, following = span.slice(text), text[span.end : span.end + 1]
    is_open = (following == ")" and words.count("(") > words.count(")")) or (
        following == "]" and words.count("[") > words.count("]")
    )
    return Span(start=span.start, end=span.end + 1) if is_open else span


def _is_recurring(phrase: Phrase) -> bool:
    match phrase.pattern:
        case Distance(weekday=weekday):
            return weekday >= 0
        case Fixed():
            return False
        case _:
            return True


def describe(phrase: Phrase) -> str:
    """What a phrase allows, in words: `a Wednesday`, `these days of any year`."""
    match phrase.pattern:
        case Weekday(number=number):
            return _WEEKDAYS[number]
        case Distance(weekday=weekday) if weekday >= 0:
            return _WEEKDAYS[weekday]
        case Yearly():
            around = " or some days around it" if phrase.rule == "occasion" else ""
            return f"that day of any year{around}"
        case _:
            return ""


def find_allowed(evidence: Evidence, window: Interval) -> tuple[Interval, ...]:
    """The days in the window that the evidence allows, in order."""
    clue = evidence.clue
    readings = clue.readings or (Days(earliest=clue.earliest, latest=clue.latest),)
    days = tuple(part for reading in readings for part in _cut(reading, window))
    for phrase in evidence.phrases:
        if days and days[-1][1] - days[0][0] <= _LONGEST:
            days = tuple(part for each in days for part in _find_recurring(phrase, each))
    return days


def _cut(reading: Days, window: Interval) -> tuple[Interval, ...]:
    start, end = max(reading.earliest or dt.date.min, window[0]), min(reading.latest or dt.date.max, window[1])
    return ((start, end),) if start <= end else ()


def _find_recurring(phrase: Phrase, window: Interval) -> tuple[Interval, ...]:
    match phrase.pattern:
        case Distance(weekday=weekday) if weekday >= 0:
            return find_weekdays(weekday, window)
        case Distance():
            return (window,)
        case _:
            return find_days(phrase, window)


def intersect(evidence: tuple[Evidence, ...], days: tuple[Interval, ...] = (ALWAYS,)) -> tuple[Interval, ...]:
    """The days that all allow; what names days only in a window is asked last."""
    for each in sorted(evidence, key=lambda one: bool(one.phrases)):
        days = tuple(part for window in days for part in find_allowed(each, window))
    return days


def to_days(days: tuple[Interval, ...]) -> Days:
    """The interval from the first day to the last, open where the calendar ends."""
    start, end = min(day[0] for day in days), max(day[1] for day in days)
    return Days(earliest=None if start == dt.date.min else start, latest=None if end == dt.date.max else end)
