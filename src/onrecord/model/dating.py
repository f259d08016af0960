"""When something was said, as an interval with its evidence."""

import calendar
import datetime as dt
from typing import Literal

import msgspec

from onrecord.model.span import Span

Calendar = Literal["gregorian", "islamic", "solar-hijri"]
Precision = Literal["day", "month", "year", "interval", "unknown"]


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """An interval of Gregorian days, both ends included; an end of `None` is open."""

    earliest: dt.date | None = None
    latest: dt.date | None = None


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence for a date.

    `rule` names what was read (`date-phrase`, `header-year`, `manifest`), `text` is what it was read from, `span` its
    place in the document's text (`None` where the clue stands outside it). The interval is what the clue
    alone allows, both ends included; an end of `None` is open. `readings` are the parts of that interval that it
    allows, where those are several ("8/12/2023"). `allows` says it in words where no interval can ("a Thursday"). A
    clue that `is_soft` weighs but does not bind.
    """

    rule: str
    text: str
    span: Span | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    calendar: Calendar = "gregorian"
    readings: tuple[Days, ...] = ()
    allows: str = ""
    is_soft: bool = False


class Alternative(msgspec.Struct, frozen=True, kw_only=True):
    """A set of clues that can all hold, by their places in `Dating.clues`, and the days that they leave."""

    clues: tuple[int, ...]
    days: Days


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two clues, by their places in `Dating.clues`, that cannot both hold."""

    first: int
    second: int


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """An interval of days, both ends included, with the clues that led to it; an end of `None` is open.

    The interval is the sure one: no clue that binds leaves a day outside it. `likely` is the interval that the soft
    clues point to as well, `None` where there is nothing to add. `calendar` is the one in which the evidence was
    written. A precision of `unknown` has no clue that narrows it. Where the binding clues cannot all hold, the sure
    interval spans them, `conflicts` names the pairs, and `alternatives` the sets that can hold, best first.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    precision: Precision = "unknown"
    calendar: Calendar = "gregorian"
    clues: tuple[Clue, ...] = ()
    likely: Days | None = None
    alternatives: tuple[Alternative, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @classmethod
    def between(cls, earliest: dt.date | None, latest: dt.date | None, clues: tuple[Clue, ...] = ()) -> "Dating":
        """The dating of an interval of Gregorian days, with the precision that its ends show."""
        return cls(earliest=earliest, latest=latest, precision=_get_precision(earliest, latest), clues=clues)

    @property
    def edtf(self) -> str:
        """The interval in the Extended Date/Time Format (ISO 8601-2:2019): `2005-08-24`, `2005`, `2004/2006`.

        An open end is `..`; where nothing is known the string is empty.
        """
        if self.earliest is None and self.latest is None:
            return ""
        if self.earliest is not None and self.precision in _EDTF_LENGTH:
            return self.earliest.isoformat()[: _EDTF_LENGTH[self.precision]]
        ends = (self.earliest, self.latest)
        return "/".join(end.isoformat() if end else ".." for end in ends)

    def may_meet(self, other: "Dating") -> bool:
        """Whether some day lies in both intervals; an unknown date may be any day."""
        return not (_is_before(self.latest, other.earliest) or _is_before(other.latest, self.earliest))

    def lies_in(self, other: "Dating") -> bool:
        """Whether every day that it may be is one of the other's; an open end lies only in an open end."""
        starts = other.earliest is None or (self.earliest is not None and other.earliest <= self.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends


_EDTF_LENGTH = {"day": 10, "month": 7, "year": 4}


def _get_precision(earliest: dt.date | None, latest: dt.date | None) -> Precision:
    if earliest is None and latest is None:
        return "unknown"
    if earliest is None or latest is None:
        return "interval"
    if earliest == latest:
        return "day"
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31) and earliest.year == latest.year:
        return "year"
    last_day = calendar.monthrange(earliest.year, earliest.month)[1]
    return "month" if (earliest.day, latest) == (1, earliest.replace(day=last_day)) else "interval"


def _is_before(end: dt.date | None, start: dt.date | None) -> bool:
    return end is not None and start is not None and end < start
