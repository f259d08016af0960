"""How an office writes dates."""

import msgspec

from onrecord.model import Calendar

ALL_CALENDARS: tuple[Calendar, ...] = ("gregorian", "islamic", "solar-hijri")


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """Whether 8/12/2023 is a day of December, `None` where that is not known, and the calendars of bare years."""

    day_first: bool | None = None
    calendars: tuple[Calendar, ...] = ALL_CALENDARS
