"""Date phrases in running text, in three calendars."""

from collections.abc import Iterable, Iterator

from onrecord.date.habits import Habits
from onrecord.date.letters import write_plainly
from onrecord.date.monthdays import FIRST_PHRASE_YEAR, read_named
from onrecord.date.named import find_named
from onrecord.date.names import Name, find_names
from onrecord.date.numerics import find_habit, find_numeric
from onrecord.date.patterns import Fixed, Phrase
from onrecord.date.ranges import join_ranges
from onrecord.date.relative import find_relative
from onrecord.date.weekdays import read_weekday
from onrecord.date.years import find_years
from onrecord.model import Clue, Days, Span

__all__ = ["FIRST_PHRASE_YEAR", "find_dates", "find_phrases"]


def find_dates(text: str, *, day_first: bool | None = True) -> tuple[Clue, ...]:
    """Every date that needs nothing else to be known, in order; none overlaps another.

    The rules are `date-phrase`, `solar-date` and `lunar-date` (with a month's name), `numeric-date`, `year-range`,
    `decade`, `bare-year` and `mixed-calendars`. In a numeric date that can be read both ways, `day_first` decides; with
    `None` the unambiguous ones of the text do, and else both readings are kept. A day that no calendar has is no date.
    """
    habits = Habits(day_first=day_first, calendars=("gregorian",))
    plain = write_plainly(text)
    named = (phrase for phrase in _read_names(plain, find_names(plain)) if _is_fixed(phrase))
    kept = _keep_first(_sort((*named, *find_numeric(plain, day_first=_settle_habit(plain, habits)))))
    return tuple(build_fixed_clue(text, phrase) for phrase in _add_years(plain, kept, habits) if _is_fixed(phrase))


def find_phrases(text: str, habits: Habits) -> tuple[Phrase, ...]:
    """Every phrase that speaks of days, in order; none overlaps another."""
    plain = write_plainly(text)
    names = tuple(find_names(plain))
    found = (*_read_names(plain, names), *find_numeric(plain, day_first=_settle_habit(plain, habits)))
    return _add_years(plain, _keep_first(_sort((*found, *find_relative(plain), *find_named(plain)))), habits)


def _read_names(text: str, names: Iterable[Name]) -> Iterator[Phrase]:
    read: list[Phrase] = []
    floor = 0
    for name in names:
        phrase = read_named(text, name, floor) or read_weekday(text, name)
        if phrase is not None:
            floor = phrase.span.end
            read.append(phrase)
    return join_ranges(text, read)


def _settle_habit(text: str, habits: Habits) -> bool | None:
    return find_habit(text) if habits.day_first is None else habits.day_first


def _sort(phrases: Iterable[Phrase]) -> list[Phrase]:
    return sorted(phrases, key=lambda phrase: (phrase.span.start, -phrase.span.end))


def _keep_first(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    kept: list[Phrase] = []
    for phrase in phrases:
        if not kept or phrase.span.start >= kept[-1].span.end:
            kept.append(phrase)
        elif kept[-1].span.start == phrase.span.start and len(phrase.span) > len(kept[-1].span):
            kept[-1] = phrase
    return tuple(kept)


def _add_years(text: str, phrases: tuple[Phrase, ...], habits: Habits) -> tuple[Phrase, ...]:
    """The phrases and the years between them; a year inside a phrase is part of it."""
    merged: list[Phrase] = []
    gap_start = 0
    for phrase in phrases:
        merged += find_years(text, Span(start=gap_start, end=phrase.span.start), habits)
        merged.append(phrase)
        gap_start = phrase.span.end
    merged += find_years(text, Span(start=gap_start, end=len(text)), habits)
    return tuple(phrase for phrase in merged if not (isinstance(phrase.pattern, Fixed) and not phrase.pattern.readings))


def _is_fixed(phrase: Phrase) -> bool:
    return isinstance(phrase.pattern, Fixed)


def build_fixed_clue(text: str, phrase: Phrase) -> Clue:
    """The clue of a phrase with fixed days."""
    if not isinstance(phrase.pattern, Fixed):
        raise TypeError(phrase)
    readings = sorted(phrase.pattern.readings)
    return Clue(
        rule=phrase.rule,
        text=phrase.span.slice(text),
        span=phrase.span,
        earliest=readings[0][0],
        latest=max(end for _, end in readings),
        calendar=phrase.calendar,
        readings=tuple(Days(earliest=start, latest=end) for start, end in readings) if len(readings) > 1 else (),
    )
