"""Phrases that stand together, and the days that they mean when the day of their document is known."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.date.calendars import guess_year, build_dated
from onrecord.date.habits import Habits
from onrecord.date.intervals import Interval
from onrecord.date.monthdays import find_overlapping
from onrecord.date.patterns import Distance, Fixed, Phrase, Weekday, Yearly, find_days, find_weekdays
from onrecord.date.phrases import find_phrases
from onrecord.model import Span

_YEAR = dt.timedelta(days=366)
_FAR = dt.timedelta(days=3660)
_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=6)

# What may stand between two names of one day: "Wednesday, ", "۳ آذر ۱۴۰۳ | ", "today (Saturday) on ".
_JOINT = re.compile(
    r"[\s,:()\[\]|/\u2013\u2014-]*(?:(?:on|the|or|i\.e\.|that is|that is to say|equals?(?: to)?|equivalent to|corresponding (?:to|with)"
    r"|coincid(?:es|ing|ed) with|which (?:is|was)|AHS?|A\.H\.(?:S\.)?|H\.|SH|AD|morning|afternoon|evening|night)"
    r"[\s,()\[\]]*){0,3}\Z"
)
_LONGEST_JOINT = 40
_EVE = re.compile(r"\b(?:(?:on|at)\s+)?(?:the\s+)?eve\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
_EVE_REACH = 24
_DAY_RULES = frozenset({"date-phrase", "solar-date", "lunar-date", "numeric-date", "mixed-calendars", "month-day", "solar-day", "lunar-day", "named-day"})
_NEVER_ALONE = frozenset({"short-weekday", "bare-today"})


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One day, or some days, that a text speaks of, by one phrase or by several that stand together.

    `days` are the intervals that it can mean, best first; empty where that depends on a day that is not known.
    `is_doubtful` says that its phrases cannot all hold: each of the `days` then holds for some of them.
    """

    phrases: tuple[Phrase, ...]
    days: tuple[Interval, ...]
    is_doubtful: bool = False

    @property
    def span(self) -> Span:
        """From the first phrase to the last."""
        return Span(start=self.phrases[0].span.start, end=self.phrases[-1].span.end)


def find_mentions(text: str, *, written: Interval | None, habits: Habits) -> tuple[Mention, ...]:
    """Every mention of days in a text that was written on `written`, in order."""
    groups = tuple(_group(text, (_find_eve(text, phrase) for phrase in find_phrases(text, habits))))
    anchors = _find_anchors(text, groups, written)
    return tuple(resolve(group, anchor) for group, anchor in zip(groups, anchors, strict=True))


def _find_eve(text: str, phrase: Phrase) -> Phrase:
    if phrase.rule not in _DAY_RULES:
        return phrase
    found = _EVE.search(text, max(0, phrase.span.start - _EVE_REACH), phrase.span.start)
    if found is None:
        return phrase
    return msgspec.structs.replace(phrase, span=Span(start=found.start(), end=phrase.span.end), shift=(-1, -1))


def _group(text: str, phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, ...]]:
    group: tuple[Phrase, ...] = ()
    for phrase in phrases:
        if group and _belongs(text, group, phrase):
            group = (*group, phrase)
        else:
            yield from _finish(group)
            group = (phrase,)
    yield from _finish(group)


def _finish(group: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, ...]]:
    if group and not (len(group) == 1 and group[0].rule in _NEVER_ALONE):
        yield group


def _belongs(text: str, group: tuple[Phrase, ...], phrase: Phrase) -> bool:
    between = text[group[-1].span.end : phrase.span.start]
    if len(between) > _LONGEST_JOINT or _get_kind(phrase) in {_get_kind(other) for other in group}:
        return False
    if "\n\n" in between or (_get_kind(phrase) == "distance" and text[phrase.span.start].isupper()):
        return False
    return "year" not in {_get_kind(phrase), *map(_get_kind, group)} and bool(_JOINT.match(between))


def _get_kind(phrase: Phrase) -> str:
    """Two phrases of one kind never name one day: "the 9th of Dey, the 22nd of Bahman"."""
    match phrase.pattern:
        case Weekday():
            return "weekday"
        case Distance(weekday=weekday):
            return "weekday" if weekday >= 0 else "distance"
        case _:
            return phrase.calendar if phrase.rule in _DAY_RULES else "year"


_QUOTED_TO = re.compile(r"[^\u201c\u201d\"\[\]]{0,400}[\u201d\"]\s*\[\Z")


def _find_anchors(text: str, groups: tuple[tuple[Phrase, ...], ...], written: Interval | None) -> Iterator[Interval | None]:
    """The day from which each group is counted: quoted words with a date behind them are counted from that."""
    for index, group in enumerate(groups):
        following = groups[index + 1][0] if index + 1 < len(groups) else None
        if following is not None and isinstance(following.pattern, Fixed) and _QUOTED_TO.match(
            text[group[-1].span.end : following.span.start]
        ):
            yield following.pattern.readings[0]
        else:
            yield written


def resolve(group: tuple[Phrase, ...], anchor: Interval | None) -> Mention:
    """What a group of phrases means, counted from the anchor."""
    if len(group) == 1 and group[0].is_doubtful and isinstance(group[0].pattern, Fixed):
        return Mention(phrases=group, days=group[0].pattern.readings, is_doubtful=True)
    kept = _drop_today(group)
    fixed = [phrase for phrase in kept if isinstance(phrase.pattern, Fixed)]
    if fixed:
        return _resolve_fixed(group, kept, fixed)
    if anchor is None:
        return Mention(phrases=group, days=(), is_doubtful=_never_agree(kept))
    return _resolve_from(group, kept, anchor)


def _drop_today(group: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Beside a date or a weekday, "today" and "this morning" say nothing more."""
    rest = tuple(phrase for phrase in group if _get_kind(phrase) != "distance")
    return rest or group


def _resolve_fixed(group: tuple[Phrase, ...], kept: tuple[Phrase, ...], fixed: list[Phrase]) -> Mention:
    whole = (dt.date.min, dt.date.max)
    days = find_days(fixed[0], whole)
    for phrase in kept:
        if phrase is not fixed[0]:
            days = tuple(part for window in days for part in _find_in(phrase, window))
    if days:
        return Mention(phrases=group, days=_order(days, fixed[0]))
    readings = [day for phrase in fixed for day in find_days(phrase, whole)]
    around = (_go_back(readings[0][0], _YEAR), readings[0][1] + _YEAR)
    for phrase in kept:
        if isinstance(phrase.pattern, Yearly):
            readings += _find_nearest(find_days(phrase, around), readings[0])
    return Mention(phrases=group, days=tuple(dict.fromkeys((*readings, *_repair(kept, readings)))), is_doubtful=True)


def _order(days: tuple[Interval, ...], phrase: Phrase) -> tuple[Interval, ...]:
    """The readings in the order in which the phrase prefers them."""
    wanted = phrase.pattern.readings if isinstance(phrase.pattern, Fixed) else ()
    return days if phrase.shift != (0, 0) else tuple(sorted(days, key=lambda day: wanted.index(day) if day in wanted else -1))


def _find_in(phrase: Phrase, window: Interval) -> tuple[Interval, ...]:
    match phrase.pattern:
        case Distance(weekday=weekday) if weekday >= 0:
            return find_weekdays(weekday, window)
        case _:
            return find_days(phrase, window)


def _never_agree(kept: tuple[Phrase, ...]) -> bool:
    """Whether no year at all has a day on which all hold; without a year, most groups agree in some."""
    window = (dt.date(1970, 1, 1), dt.date(2040, 12, 31))
    days: tuple[Interval, ...] = (window,)
    for phrase in kept:
        days = tuple(part for each in days for part in _find_in(phrase, each))
    return len(kept) > 1 and not days


def _resolve_from(group: tuple[Phrase, ...], kept: tuple[Phrase, ...], anchor: Interval) -> Mention:
    pattern = kept[0].pattern
    if len(kept) == 1 and isinstance(pattern, Distance):
        return Mention(phrases=group, days=_count(pattern, anchor))
    if len(kept) == 1 and isinstance(pattern, Weekday):
        return Mention(phrases=group, days=find_weekdays(pattern.number, (_go_back(anchor[0], _WEEK), anchor[1]))[-1:])
    # A weekday and two calendars together single out a year; less than that speaks of the days around the anchor.
    back = _FAR if len(kept) > 2 else _YEAR  # noqa: PLR2004 - as above
    window = (_go_back(anchor[0], back), anchor[1] + _YEAR)
    days: tuple[Interval, ...] = (window,)
    for phrase in kept:
        days = tuple(part for each in days for part in _find_in(phrase, each))
    if days:
        return Mention(phrases=group, days=_find_nearest(days, anchor))
    dated = [phrase for phrase in kept if isinstance(phrase.pattern, Yearly)]
    readings = [day for phrase in dated for day in _find_nearest(find_days(phrase, window), anchor)]
    return Mention(phrases=group, days=tuple(dict.fromkeys((*readings, *_repair(kept, readings)))), is_doubtful=True)


def _go_back(day: dt.date, by: dt.timedelta) -> dt.date:
    return day - by if day > dt.date.min + by else dt.date.min


def _count(pattern: Distance, anchor: Interval) -> tuple[Interval, ...]:
    days = (anchor[0] + pattern.low * _DAY, anchor[1] + pattern.high * _DAY)
    if pattern.weekday < 0:
        return (days,)
    found = find_weekdays(pattern.weekday, days)
    return found[:1] if pattern.low >= 0 else found[-1:]


def _find_nearest(days: tuple[Interval, ...], anchor: Interval) -> tuple[Interval, ...]:
    """The days that lie nearest to the anchor, days past before days to come; all of those that touch it."""
    inside = tuple(day for day in days if day[0] <= anchor[1] and day[1] >= anchor[0])
    if inside or not days:
        return inside
    return (min(days, key=lambda day: (anchor[0] - day[1]).days if day[1] < anchor[0] else 2 * (day[0] - anchor[1]).days),)


def _repair(kept: tuple[Phrase, ...], readings: list[Interval]) -> Iterator[Interval]:
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
    yield from (day - _DAY, day + _DAY)
    for number in (day.year - 1, day.year + 1):
        if (day.month, day.day) != (2, 29):
            yield day.replace(year=number)
