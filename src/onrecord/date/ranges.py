"""Two days with one year: "30 October - 2 November 2022", "Nov. 2 and Dec. 5, 2022"."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.date.calendars import build_year, find_occurrences, guess_year
from onrecord.date.intervals import Interval
from onrecord.date.patterns import Fixed, Phrase, Yearly
from onrecord.model import Span

_TO = re.compile(r"\s*(?:[-\u2013\u2014]|to|until|till|through)\s*(?:the\s+)?\Z")
_AND = re.compile(r"\s*(?:,|and|&|or)\s*(?:on\s+)?(?:the\s+)?\Z")
_LONGEST_JOINT = 16


def join_ranges(text: str, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """The phrases in order; a day without a year takes that of the day to which "to" or "and" ties it."""
    held: Phrase | None = None
    for phrase in phrases:
        joined = _join(text, held, phrase) if held else (phrase,)
        yield from joined[:-1]
        held = joined[-1]
    if held is not None:
        yield held


def _join(text: str, first: Phrase, second: Phrase) -> tuple[Phrase, ...]:
    between = text[first.span.end : second.span.start]
    if len(between) > _LONGEST_JOINT or not (_TO.match(between) or _AND.match(between)):
        return first, second
    start, end = _date_first(first, second), second.pattern
    if start is None or not isinstance(end, Fixed):
        return first, second
    if _AND.match(between) or start[1] > end.readings[0][0]:
        return msgspec.structs.replace(first, rule=second.rule, pattern=Fixed(readings=(start,))), second
    span = Span(start=first.span.start, end=second.span.end)
    days = Fixed(readings=((start[0], end.readings[0][1]),))
    return (msgspec.structs.replace(second, span=span, pattern=days),)


def _date_first(first: Phrase, second: Phrase) -> Interval | None:
    """The day of the first phrase in the year of the second."""
    if not (
        isinstance(first.pattern, Yearly) and isinstance(second.pattern, Fixed) and len(second.pattern.readings) == 1
    ):
        return None
    if first.calendar != second.calendar or first.shift != (0, 0):
        return None
    day = second.pattern.readings[0][0]
    pattern = first.pattern
    for year in (guess_year(first.calendar, day), guess_year(first.calendar, day) - 1):
        window = build_year(first.calendar, year)
        if window and window[0] <= day <= window[1]:
            return next(
                iter(find_occurrences(first.calendar, pattern.month, (pattern.first, pattern.last), window)), None
            )
    return None
