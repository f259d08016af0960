"""The occasion of a report: who met or spoke with whom, when and where, told by its lead sentence."""

import functools
import re
from typing import Literal

import msgspec

from onrecord.model import Participant, Span
from onrecord.read.datelines import dateline
from onrecord.read.dateshapes import date_shape, day_shape
from onrecord.read.participants import SENTENCE_END, Named, find_participants
from onrecord.read.phrases import any_of, get_phrases

# How far into its lead a report says whom it is about, and how long the list of those may be.
_LEAD, _LIST = 420, 600
_NAMES = r"(?:the\s+)?[A-Z][\w\u2019'-]+(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w\u2019'-]+){0,5}"
# Who says "I" tells of his own doings.
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|us|me)\b")

PartName = Literal["date", "day", "place"]


class Meeting(msgspec.Struct, frozen=True, kw_only=True):
    """Who took part, and the words that say when and where; all spans are offsets in the lead.

    `frames` says that the sentence puts the speaker's words into the meeting: "In a meeting with …, … said".
    """

    participants: tuple[Participant, ...]
    parts: tuple[tuple[PartName, Span], ...] = ()
    frames: bool = False


def find_meeting(lead: str) -> Meeting | None:
    """The meeting or the call of which the lead sentence tells, or `None`."""
    for pattern, read in ((_in_a_meeting(), _read_meeting), (_met(), _read_met)):
        match = pattern.search(lead, 0, _LEAD)
        if match is not None:
            return None if _FIRST_PERSON.search(lead, 0, match.end()) else read(lead, match)
    return None


def _read_meeting(lead: str, match: re.Match[str]) -> Meeting | None:
    """In a meeting today with A, the B, C said / C, in a meeting today with A, said."""
    before = find_participants(lead, Span(start=_skip_dateline(lead), end=match.start()))
    list_ = Span(start=match.end(), end=match.end() + _LIST)
    after = find_participants(lead, list_, speaker_follows=not before.participants)
    if before.spoke or not after.participants or not (before.participants or after.spoke):
        return None
    return Meeting(
        participants=before.participants + after.participants,
        parts=_find_parts(lead, Span(start=0, end=max(match.end(), after.end)), match.start("middle")),
        frames=True,
    )


def _read_met(lead: str, match: re.Match[str]) -> Meeting | None:
    """C met today with A, the B, in D."""
    before = find_participants(lead, Span(start=_skip_dateline(lead), end=match.start()))
    purpose = _purpose().search(lead, match.end(), match.end() + _LIST)
    end = purpose.start() if purpose else match.end() + _LIST
    after = find_participants(lead, Span(start=match.end(), end=end))
    if before.spoke or not (before.participants and after.participants) or not _are_names((before, after)):
        return None
    parts = _find_parts(lead, Span(start=0, end=min(after.end + 80, len(lead))), match.start("verb"))
    return Meeting(participants=before.participants + after.participants, parts=parts)


def _skip_dateline(lead: str) -> int:
    match = dateline().match(lead)
    return match.end() if match else 0


def _are_names(sides: tuple[Named, Named]) -> bool:
    return all(any(char.isupper() for char in side.participants[0].name) for side in sides)


def _find_parts(lead: str, span: Span, middle: int) -> tuple[tuple[PartName, Span], ...]:
    """The first date, the first day without one, and the first place behind the word for the meeting."""
    found: list[tuple[PartName, Span]] = []
    stop = SENTENCE_END.search(lead, middle, span.end)
    end = stop.start() if stop else span.end
    patterns: tuple[tuple[PartName, re.Pattern[str], int], ...] = (
        ("date", _date(), span.start),
        ("day", _day(), span.start),
        ("place", _place(), middle),
    )
    for name, pattern, start in patterns:
        match = pattern.search(lead, start, end)
        part = Span(start=match.start(name), end=match.end(name)) if match else None
        if part is not None and not any(part.meets(other) for _, other in found):
            found.append((name, part))
    return tuple(found)


@functools.cache
def _in_a_meeting() -> re.Pattern[str]:
    noun = any_of(get_phrases().meeting.nouns)
    return re.compile(
        rf"\b(?:[Ii]n|[Dd]uring|[Aa]t)\s+(?:a|an|the|this|his|her|their|today['\u2019]s)\s+(?:[\w-]+\s+){{0,3}}?{noun}\b"
        rf"(?P<middle>[^.;\u201c\"]{{0,120}}?)\s+with\s+"
    )


@functools.cache
def _met() -> re.Pattern[str]:
    words = get_phrases().meeting
    when = rf"(?:\s*,?\s*(?:on\s+)?(?:{day_shape()}|{date_shape()}),?)"
    phone = r"\s+(?:by|via|over|on)\s+(?:the\s+|a\s+)?(?:secure\s+)?(?:\w*phone|video\w*)(?:\s+\w+)?"
    how = rf"(?:{phone}|\s+again|\s+(?:in|at)\s+{_NAMES})"
    held = rf"(?:held|had)\s+(?:an?\s+)?(?:[\w-]+\s+){{0,2}}?{any_of(words.nouns)}"
    return re.compile(
        rf"\b(?P<verb>(?:{any_of(words.speaks)}|{held})(?:{when}|{how})*\s+(?:with|to)|{any_of(words.meets)}{when}*)\s+"
        rf"(?=[A-Z\u201c]|the\s|an?\s|members|hundreds)",
    )


@functools.cache
def _purpose() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:to\s+(?!the)|on\b|at\b|in\s+(?=[A-Z])|about\b|regarding\b|during\b|ahead\b|following\b|concerning\b"
        rf"|(?:and|where|who|,)\s+{any_of(get_phrases().meeting.verbs)}\b|{day_shape()})"
    )


@functools.cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/])(?P<date>{date_shape()})")


@functools.cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<day>{day_shape()})", re.IGNORECASE)


@functools.cache
def _place() -> re.Pattern[str]:
    dates = any_of((*get_phrases().dates.months, *get_phrases().days.weekdays))
    return re.compile(rf"\b(?:in|at)\s+(?P<place>(?!{dates}\b){_NAMES})")
