"""Days of the week: "on Friday", "last Monday", "(Wednesday)"."""

import re

from onrecord.date.names import Name
from onrecord.date.patterns import Distance, Phrase, Weekday
from onrecord.model import Span

_WORD_BEFORE = re.compile(r"([A-Za-z]+)\s+(?:the\s+)?\Z")
_REACH = 24
_NO_DAY_AFTER = re.compile(
    r"\s+(?:[Pp]rayers?|[Ii]mams?|[Ss]ermons?|[Mm]osques?|congregation|[Ll]eaders?|[Pp]reachers?)\b"
    r"|['\u2019]s\s+(?:[Pp]rayer|[Ss]ermon)|\s+(?:of|in)\s+(?:the|this|each|every|that)\b"
)
_DATE_AFTER = re.compile(r"[.,]?\s+(?:the\s+)?(?:[0-9]{1,2}\b|[A-Z][a-z]{2})")
_PART_OF_DAY = re.compile(r"\s+(?:morning|afternoon|evening|night)\b")
_FUTURE = re.compile(r"\b(?:will|shall|is to|are to|going to)\b[^.!?]*\Z")
_PAST, _NEXT = frozenset({"last", "past"}), frozenset({"next", "coming", "upcoming"})
_REPEATED = frozenset({"every", "each", "a", "any", "many", "these", "those", "all", "first"})
_INTRODUCING = frozenset({"on", "last", "next", "this", "by", "since", "until", "from", "in", "early", "late", "today"})
_WEEK = 7


def read_weekday(text: str, name: Name) -> Phrase | None:
    """The day that a weekday's name means beside its words, or `None` where it names no single day."""
    if name.kind == "short-weekday":
        return _build("short-weekday", name, Weekday(number=name.number)) if _DATE_AFTER.match(text, name.end) else None
    if name.kind != "weekday" or _NO_DAY_AFTER.match(text, name.end):
        return None
    before = _WORD_BEFORE.search(text, max(0, name.start - _REACH), name.start)
    word = before[1] if before else ""
    if word.lower() in _REPEATED or (word[:1].isupper() and word.lower() not in _INTRODUCING):
        return None
    return _build("weekday", name, _read_word(text, name, word.lower()))


def _read_word(text: str, name: Name, word: str) -> Weekday | Distance:
    if word in _PAST:
        return Distance(low=-_WEEK, high=-1, weekday=name.number)
    if word in _NEXT:
        return Distance(low=1, high=_WEEK, weekday=name.number)
    if word == "on" and _FUTURE.search(text, max(0, name.start - 4 * _REACH), name.start):
        return Distance(low=0, high=_WEEK - 1, weekday=name.number)
    return Weekday(number=name.number)


def _build(rule: str, name: Name, pattern: Weekday | Distance) -> Phrase:
    return Phrase(rule=rule, span=Span(start=name.start, end=name.end), pattern=pattern)
