"""Other documents of the record that tell of the same occasion."""

import datetime as dt

import msgspec

from onrecord.date.evidence import build_bound
from onrecord.date.intervals import Interval
from onrecord.model import Dating, Days, Document

_ALWAYS: Interval = (dt.date.min, dt.date.max)


def narrow_by_siblings(dating: Dating, siblings: tuple[Document, ...]) -> Dating:
    """The dating with what its siblings know of the day: a strong hint, so it narrows the likely interval only.

    A sibling that knows no more, or speaks of another time, says nothing.
    """
    for sibling in siblings:
        own, other = _get_days(dating), _get_days(sibling.date)
        days = max(own[0], other[0]), min(own[1], other[1])
        if days[0] > days[1] or days == own:
            continue
        likely = Days(earliest=_open(days[0]), latest=_open(days[1]))
        clue = build_bound("sibling", sibling.title, likely, is_soft=True)
        dating = msgspec.structs.replace(dating, clues=(*dating.clues, clue), likely=likely)
    return dating


def _get_days(dating: Dating) -> Interval:
    known = dating.likely or Days(earliest=dating.earliest, latest=dating.latest)
    return known.earliest or _ALWAYS[0], known.latest or _ALWAYS[1]


def _open(day: dt.date) -> dt.date | None:
    return None if day in _ALWAYS else day
