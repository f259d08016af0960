"""Lengths of time from public events: "three months have passed since the war began"."""

import datetime as dt
import math
import re
from collections.abc import Iterator
from functools import cache

import msgspec

from onrecord.date.evidence import Evidence, build_days, intersect
from onrecord.date.intervals import Interval
from onrecord.date.numbers import build_cardinal_pattern, parse_cardinal
from onrecord.date.tables import load_table
from onrecord.model import Span

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
# Speakers round: a quarter of the length either way, a third where they say "about".
_ROUNDED, _ABOUT = 0.25, 1 / 3
_REACH = 120
_IT_IS = re.compile(r"\b[Ii]t\s*(?:is|['\u2019]s|has\s+been|['\u2019]s\s+been)\s+(?:now\s+)?\Z")
_IT_REACH = 30
_SENTENCE = re.compile(r"[.!?;]")
_WEIGHT = 1.2


@cache
def _since() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<about>about|around|nearly|almost|roughly|approximately|over|more\s+than|some)\s+)?"
        rf"(?<![\w-])(?P<count>{build_cardinal_pattern()})(?P<half>\s+and\s+a\s+half)?\s+(?P<unit>day|week|month|year)s?"
        rf"(?:\s+that)?(?:\s+(?:(?P<now>have|has|is)|(?P<then>had)))?(?:\s+now)?(?:\s+(?:passed|elapsed|gone\s+by))?\s+since\s+",
        re.IGNORECASE,
    )


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(
        rf"\belections?\b[^.!?]{{0,60}}?\bin\s+(?P<about>about|around|roughly|approximately|nearly)?\s*"
        rf"(?P<count>{build_cardinal_pattern()})(?P<half>\s+and\s+a\s+half)?\s+(?P<unit>day|week|month)s?'?(?:\s+time)?\b",
        re.IGNORECASE,
    )


def find_durations(text: str, *, is_told: bool = False) -> Iterator[Evidence]:
    """Evidence for the day of speaking from each length of time since an event of `data/events.toml`.

    `is_told` says that a narrator reports the words, who may have put them into the past tense.
    """
    place = text.find("since")
    while place >= 0:
        yield from _read_since(text, place, is_told=is_told)
        place = text.find("since", place + 1)


def _read_since(text: str, place: int, *, is_told: bool) -> Iterator[Evidence]:
    for found in _since().finditer(text, max(0, place - _REACH), place + len("since") + 2):
        rest = _SENTENCE.split(text[found.end() : found.end() + _REACH])[0]
        name, days = find_event(rest)
        if name is None or not days:
            continue
        # "Three months had passed since" tells of another day than today, but a reporter puts "have" so too.
        if not _tells_now(text, found) and not (found["then"] and is_told):
            continue
        # A speaker who reads out a letter counts from its day; a narrator quotes the speaker.
        if not is_told and _is_quoted(text, found.start()):
            continue
        low, high = _measure(found)
        span = Span(start=found.start(), end=found.end() + name.end())
        yield _weigh("duration", text, span, tuple(_shift(day, low, high) for day in days), is_soft=True)


def _is_quoted(text: str, place: int) -> bool:
    """Whether a quotation that began in the same paragraph is still open."""
    before = text[text.rfind("\n", 0, place) + 1 : place]
    return before.rfind("\u201c") > before.rfind("\u201d") or before.count('"') % 2 == 1


def bind_agreeing(found: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The same evidence; a length of time that agrees with a day that the words bind besides binds as well.

    Alone it weighs and no more: an attack on Lebanon may be another than that of `data/events.toml`, and thirty years
    since the Revolution are a turn of phrase as often as a count.
    """
    sure = tuple(each for each in found if each.clue.earliest and each.clue.latest and not each.clue.is_soft)
    return tuple(_bind(each) if _agrees(each, sure) else each for each in found)


def _agrees(evidence: Evidence, sure: tuple[Evidence, ...]) -> bool:
    if evidence.clue.rule != "duration" or "year" in evidence.clue.text.lower():
        return False
    return bool(sure) and bool(intersect((evidence, *sure)))


def _bind(evidence: Evidence) -> Evidence:
    return msgspec.structs.replace(evidence, clue=msgspec.structs.replace(evidence.clue, is_soft=False))


def _tells_now(text: str, found: re.Match[str]) -> bool:
    """Two months have passed; it is two months."""
    return bool(found["now"] or _IT_IS.search(text, max(0, found.start() - _IT_REACH), found.start()))


def find_event(text: str) -> tuple[re.Match[str] | None, tuple[dt.date, ...]]:
    """The first public event that a text names, and its day; several days where events share the name."""
    matches = [(found, day) for pattern, day in _load_events() if (found := pattern.search(text))]
    if not matches:
        return None, ()
    first = min(matches, key=lambda each: (each[0].start(), -each[0].end()))[0]
    return first, tuple(day for found, day in matches if found.start() == first.start())


@cache
def _load_events() -> tuple[tuple[re.Pattern[str], dt.date], ...]:
    return tuple(
        (re.compile(rf"\b(?:{event['pattern']})", re.IGNORECASE), event["day"])
        for event in load_table("events")["events"]
    )


def find_elections(text: str, announced: tuple[dt.date, ...]) -> Iterator[Evidence]:
    """Evidence from "elections in about two months"; `announced` are days of elections that the notes give.

    Without them it could be any election, of any country, so those of `data/events.toml` weigh and do not bind.
    """
    place = text.find("lection")
    while place >= 0:
        found = _ahead().match(text, place - 1)
        if found is not None:
            low, high = _measure(found)
            days = announced or tuple(day for each in load_table("events")["elections"] for day in each["days"])
            span = Span(start=found.start(), end=found.end())
            yield _weigh("election", text, span, tuple(_shift(day, -high, -low) for day in days), is_soft=not announced)
        place = text.find("lection", place + 1)


def _measure(found: re.Match[str]) -> tuple[int, int]:
    """The fewest and the most days that a rounded length can mean."""
    length = (parse_cardinal(found["count"]) + (0.5 if found["half"] else 0)) * _DAYS[found["unit"].lower()]
    if found["unit"].lower() == "year":
        return int(length - _DAYS["year"]), int(length + _DAYS["year"])
    part = _ABOUT if found["about"] else _ROUNDED
    return math.ceil(length * (1 - part)), math.floor(length * (1 + part))


def _shift(day: dt.date, low: int, high: int) -> Interval:
    return day + dt.timedelta(days=low), day + dt.timedelta(days=high)


def _weigh(rule: str, text: str, span: Span, days: tuple[Interval, ...], *, is_soft: bool) -> Evidence:
    """A speaker's own words weigh more than a heading, which others wrote."""
    return msgspec.structs.replace(build_days(rule, text, span, days, is_soft=is_soft), weight=_WEIGHT)
