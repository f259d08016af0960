"""The items of a listing beside each other: an undated one went out about when the dated ones around it did.

Offices list the newest first, but not strictly: items move by weeks. So the order is a soft clue, an item that does not
fit is outvoted, and what is left of the order is widened by `SLACK` days either way.
"""

import datetime as dt

import msgspec

from onrecord.date.evidence import Evidence, intersect
from onrecord.date.intervals import Interval, move_day
from onrecord.model import Clue

SLACK = 30
# A page of a listing covers some months around any day that it names.
_AROUND = 180
# An item is an anchor when its own words leave no more than this.
_NARROW = dt.timedelta(days=45)
_FEWEST_ANCHORS = 2
# How much of a title tells which item is meant.
_TITLE = 50


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An item in the order of its page: its title, the evidence for its publication, other days that it names."""

    title: str
    evidence: tuple[Evidence, ...] = ()
    named: tuple[dt.date, ...] = ()


class _Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """An item that its own words date, by its place on the page."""

    place: int
    days: Interval


def place_items(items: tuple[Item, ...]) -> tuple[tuple[Evidence, ...], ...]:
    """For each item the soft evidence that its neighbours give; none where too few of them are dated."""
    chains = [_find_chain(items, window) for window in _find_windows(items)]
    best = max(chains, key=len, default=())
    if len(best) < _FEWEST_ANCHORS:
        return tuple(() for _ in items)
    return tuple(_place(items, best, place) for place in range(len(items)))


def _find_windows(items: tuple[Item, ...]) -> tuple[Interval, ...]:
    """The stretches of time around every day that some item names, the latest first."""
    days = {day for item in items for day in item.named}
    for item in items:
        for each in item.evidence:
            days |= {end for reading in each.clue.readings for end in (reading.earliest, reading.latest) if end}
            days |= {end for end in (each.clue.earliest, each.clue.latest) if end}
    return tuple((move_day(day, -_AROUND), move_day(day, _AROUND)) for day in sorted(days, reverse=True))


def _find_chain(items: tuple[Item, ...], window: Interval) -> tuple[_Anchor, ...]:
    """The longest run of items, from the top, whose own days fit the order of a listing, newest first."""
    anchors = [anchor for place, item in enumerate(items) if (anchor := _find_anchor(place, item, window))]
    best: list[tuple[_Anchor, ...]] = []
    for anchor in anchors:
        before = [chain for chain in best if chain[-1].days[1] >= anchor.days[0]]
        best.append((*max(before, key=len, default=()), anchor))
    return max(best, key=len, default=())


def _find_anchor(place: int, item: Item, window: Interval) -> _Anchor | None:
    if not item.evidence:
        return None
    days = _narrow(item.evidence, window)
    if not days or days[-1][1] - days[0][0] > _NARROW:
        return None
    return _Anchor(place=place, days=(days[0][0], days[-1][1]))


def _narrow(evidence: tuple[Evidence, ...], window: Interval) -> tuple[Interval, ...]:
    """What the evidence leaves of the window: that which binds, and as much of the rest as fits."""
    kept = tuple(each for each in evidence if not each.clue.is_soft)
    days = intersect(kept, (window,))
    for each in sorted((one for one in evidence if one.clue.is_soft), key=lambda one: (bool(one.phrases), -one.weight)):
        left = intersect((*kept, each), (window,))
        if days and left:
            kept, days = (*kept, each), left
    return days


def _place(items: tuple[Item, ...], chain: tuple[_Anchor, ...], place: int) -> tuple[Evidence, ...]:
    """Between the anchors above and those below; an anchor of its own needs only the time of the page."""
    if any(anchor.place == place for anchor in chain):
        start, end = min(anchor.days[0] for anchor in chain), max(anchor.days[1] for anchor in chain)
        return (_build("same-page", items, chain, (move_day(start, -SLACK), move_day(end, SLACK))),)
    above = [anchor for anchor in chain if anchor.place < place]
    below = [anchor for anchor in chain if anchor.place > place]
    newest = min((anchor.days[1] for anchor in above), default=chain[0].days[1])
    oldest = max((anchor.days[0] for anchor in below), default=chain[-1].days[0])
    beside = (*above[-1:], *below[:1])
    return (
        _build(
            "neighbours", items, beside, (move_day(min(newest, oldest), -SLACK), move_day(max(newest, oldest), SLACK))
        ),
    )


def _build(rule: str, items: tuple[Item, ...], anchors: tuple[_Anchor, ...], days: Interval) -> Evidence:
    ends = dict.fromkeys((anchors[0].place, anchors[-1].place))
    when = {anchor.place: anchor.days for anchor in anchors}
    named = "; ".join(f"{items[place].title[:_TITLE]}: {_write(when[place])}" for place in ends)
    return Evidence(clue=Clue(rule=rule, text=named, earliest=days[0], latest=days[1], is_soft=True), weight=0.5)


def _write(days: Interval) -> str:
    return days[0].isoformat() if days[0] == days[1] else f"{days[0]} to {days[1]}"
