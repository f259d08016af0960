"""Days that have a name: "Eid al-Ghadir", "Government Week"."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.date.patterns import Phrase, Yearly
from onrecord.date.tables import load_table
from onrecord.model import Span

# A name alone is a word of a speech ("the movement of Ashura"); these words before it say that something happened then.
# Plain strings are searched much faster than patterns.
_TRIGGERS = (
    "oinciding with",
    "oincided with",
    "oincides with",
    "ccasion of",
    "eve of",
    "ommemorati",
    "arking ",
    "the day of",
    "On Eid",
    "on Eid",
)
_OCCASION = re.compile(
    r"(?P<loose>\b(?:(?:on|at)\s+the\s+occasion\s+of|(?:in\s+)?commemorati(?:on\s+of|ng)|marking))"
    r"|(?P<eve>\b(?:on\s+)?(?:the\s+)?eve\s+of)|\bcoincid(?:ing|e[sd])\s+with|\bon(?:\s+the\s+day\s+of)?(?=\s)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s+(?:(?:the|blessed|auspicious|great|holy|national|anniversary|of|days?|arrival|beginning|start|this|year['\u2019]s)\s+){0,6}\Z",
    re.IGNORECASE,
)
_REACH = 90
# An occasion is marked some days before and after its day.
LOOSELY = (-7, 7)


def find_named(text: str) -> Iterator[Phrase]:
    """Every named day that the words before it make an occasion, in no order.

    The rule is `named-day` where the text says "on" it or that it coincides, else `occasion`: some days around it.
    """
    for trigger in _TRIGGERS:
        place = text.find(trigger)
        while place >= 0:
            yield from _read_at(text, place, trigger)
            place = text.find(trigger, place + 1)


def _read_at(text: str, place: int, trigger: str) -> Iterator[Phrase]:
    for occasion in _OCCASION.finditer(text, max(0, place - 20), place + len(trigger) + 8):
        if occasion.end() <= place:
            continue
        for pattern, yearly in _load_named():
            found = pattern.search(text, occasion.end(), occasion.end() + _REACH)
            if found is not None and _BETWEEN.match(text[occasion.end() : found.start()]):
                yield _build(occasion, found, yearly)
                return


def find_bare(text: str) -> Iterator[Phrase]:
    """Every named day in a text, whatever stands before it; for a lead, which tells of one occasion.

    Names that are words of any speech ("the movement of Ashura", "Quds") are left out.
    """
    for pattern, yearly in _load_telling():
        for found in pattern.finditer(text):
            span = Span(start=found.start(), end=found.end())
            yield Phrase(rule="occasion", span=span, pattern=yearly, calendar=yearly.calendar, shift=LOOSELY)


def _build(occasion: re.Match[str], found: re.Match[str], yearly: Yearly) -> Phrase:
    rule, shift = ("occasion", LOOSELY) if occasion["loose"] else ("named-day", (-1, -1) if occasion["eve"] else (0, 0))
    span = Span(start=occasion.start(), end=found.end())
    return Phrase(rule=rule, span=span, pattern=yearly, calendar=yearly.calendar, shift=shift)


@cache
def _load_telling() -> tuple[tuple[re.Pattern[str], Yearly], ...]:
    rows = zip(load_table("named")["named"], _load_named(), strict=True)
    return tuple(loaded for row, loaded in rows if row.get("tells", True))


@cache
def _load_named() -> tuple[tuple[re.Pattern[str], Yearly], ...]:
    return tuple(
        (re.compile(rf"\b(?:{each['pattern']})(?!\w)", re.IGNORECASE), _to_yearly(each["calendar"], each["days"]))
        for each in load_table("named")["named"]
    )


def _to_yearly(calendar: str, days: list[list[int]]) -> Yearly:
    (month, first, last), *others = days
    return Yearly(
        calendar=calendar,  # type: ignore[arg-type]  # a test reads every row
        month=month,
        first=first,
        last=last,
        readings=tuple((a, b, c) for a, b, c in others),
    )
