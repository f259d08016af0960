"""The days that phrases mean, when the day from which they count is known."""

import datetime as dt

import msgspec

from onrecord.date.grouping import get_kind
from onrecord.date.intervals import Interval, move_day
from onrecord.date.patterns import Distance, Fixed, Phrase, Weekday, Yearly, find_days, find_weekdays
from onrecord.date.slips import find_repairs
from onrecord.model import Span

_YEAR, _TEN_YEARS, _WEEK = 366, 3660, 6


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


def resolve(group: tuple[Phrase, ...], anchor: Interval | None) -> Mention:
    """What a group of phrases means, counted from the anchor."""
    if len(group) == 1 and group[0].is_doubtful and isinstance(group[0].pattern, Fixed):
        return Mention(phrases=group, days=group[0].pattern.readings, is_doubtful=True)
    if len(group) > 1 and get_kind(group[0]).startswith("year"):
        return _resolve_years(group)
    kept = _drop_today(group)
    fixed = [phrase for phrase in kept if isinstance(phrase.pattern, Fixed)]
    if fixed:
        return _resolve_fixed(group, kept, fixed)
    if anchor is None:
        return Mention(phrases=group, days=(), is_doubtful=_never_agree(kept))
    return _resolve_from(group, kept, anchor)


def _resolve_years(group: tuple[Phrase, ...]) -> Mention:
    """A year of one calendar lies in two of the other, so the second only confirms the first."""
    first, *others = (find_days(phrase, (dt.date.min, dt.date.max)) for phrase in group)
    if all(other[0][0] <= first[-1][1] and first[0][0] <= other[-1][1] for other in others):
        return Mention(phrases=group, days=first)
    return Mention(phrases=group, days=(*first, *(day for other in others for day in other)), is_doubtful=True)


def _drop_today(group: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Beside a date or a weekday, "today" and "this morning" say nothing more."""
    rest = tuple(phrase for phrase in group if get_kind(phrase) != "distance")
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
    around = (move_day(readings[0][0], -_YEAR), move_day(readings[0][1], _YEAR))
    for phrase in kept:
        if isinstance(phrase.pattern, Yearly):
            readings += _find_nearest(find_days(phrase, around), readings[0])
    return Mention(
        phrases=group, days=tuple(dict.fromkeys((*readings, *find_repairs(kept, readings)))), is_doubtful=True
    )


def _order(days: tuple[Interval, ...], phrase: Phrase) -> tuple[Interval, ...]:
    """The readings in the order in which the phrase prefers them."""
    wanted = phrase.pattern.readings if isinstance(phrase.pattern, Fixed) else ()
    return (
        days
        if phrase.shift != (0, 0)
        else tuple(sorted(days, key=lambda day: wanted.index(day) if day in wanted else -1))
    )


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
    counted = _find_counted(group)
    if counted and len(kept) == 1 and get_kind(kept[0]) == "weekday":
        return _check_weekday(group, counted[0], kept[0], anchor)
    if len(kept) == 1 and isinstance(pattern, Distance):
        return Mention(phrases=group, days=_count(pattern, anchor))
    if len(kept) == 1 and isinstance(pattern, Weekday):
        return Mention(phrases=group, days=find_weekdays(pattern.number, (move_day(anchor[0], -_WEEK), anchor[1]))[-1:])
    # A weekday and two calendars together single out a year; less than that speaks of the days around the anchor.
    back = _TEN_YEARS if len(kept) > 2 else _YEAR  # noqa: PLR2004 - as above
    window = (move_day(anchor[0], -back), move_day(anchor[1], _YEAR))
    days: tuple[Interval, ...] = (window,)
    for phrase in kept:
        days = tuple(part for each in days for part in _find_in(phrase, each))
    if days:
        return Mention(phrases=group, days=_find_nearest(days, anchor))
    dated = [phrase for phrase in kept if isinstance(phrase.pattern, Yearly)]
    readings = [day for phrase in dated for day in _find_nearest(find_days(phrase, window), anchor)]
    return Mention(
        phrases=group, days=tuple(dict.fromkeys((*readings, *find_repairs(kept, readings)))), is_doubtful=True
    )


def _find_counted(group: tuple[Phrase, ...]) -> tuple[Distance, ...]:
    """The distances to another day than today; a page that says "today" may have gone out a day late."""
    patterns = (phrase.pattern for phrase in group if get_kind(phrase) == "distance")
    return tuple(each for each in patterns if isinstance(each, Distance) and not each.low <= 0 <= each.high)


def _check_weekday(group: tuple[Phrase, ...], counted: Distance, weekday: Phrase, anchor: Interval) -> Mention:
    """Tomorrow (Friday), yesterday (Monday): the counted day, if it is that day of the week."""
    (days,) = _count(counted, anchor)
    found = _find_in(weekday, days)
    if found:
        return Mention(phrases=group, days=found[-1:])
    other = _resolve_from((weekday,), (weekday,), anchor).days
    return Mention(phrases=group, days=(days, *other), is_doubtful=True)


def _count(pattern: Distance, anchor: Interval) -> tuple[Interval, ...]:
    days = (move_day(anchor[0], pattern.low), move_day(anchor[1], pattern.high))
    if pattern.weekday < 0:
        return (days,)
    found = find_weekdays(pattern.weekday, days)
    return found[:1] if pattern.low >= 0 else found[-1:]


def _find_nearest(days: tuple[Interval, ...], anchor: Interval) -> tuple[Interval, ...]:
    """The days that lie nearest to the anchor, days past before days to come; all of those that touch it."""
    inside = tuple(day for day in days if day[0] <= anchor[1] and day[1] >= anchor[0])
    if inside or not days:
        return inside
    return (
        min(days, key=lambda day: (anchor[0] - day[1]).days if day[1] < anchor[0] else 2 * (day[0] - anchor[1]).days),
    )
