"""Days that are counted from the day of speaking: "yesterday", "this morning", "two days ago"."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.date.numbers import build_cardinal_pattern, parse_cardinal
from onrecord.date.patterns import Distance, Phrase
from onrecord.date.tables import load_table
from onrecord.model import Span

# Plain strings are searched much faster than patterns; each is the end of some phrase's first words.
_TRIGGERS = (
    "esterday",
    "ast night",
    "his morning",
    "his afternoon",
    "his evening",
    "his noon",
    "onight",
    "omorrow",
    "oday",
    "ays ago",
)
_BEFORE, _AFTER = 24, 40
_MOST_DAYS = 60


def find_relative(text: str) -> Iterator[Phrase]:
    """Every phrase that counts days from the day of speaking, in no order; some may overlap.

    A "today" that is no more than "nowadays" has the rule `bare-today`; it is a date only beside another.
    """
    for trigger in _TRIGGERS:
        place = text.find(trigger)
        while place >= 0:
            phrase = _read_at(text, place)
            if phrase is not None:
                yield phrase
            place = text.find(trigger, place + 1)


def _read_at(text: str, place: int) -> Phrase | None:
    start, end = max(0, place - _BEFORE), place + _AFTER
    if text.startswith("ays ago", place):
        return _read_ago(text, start, place)
    for pattern, low, high in _load_patterns():
        for found in pattern.finditer(text, start, end):
            if found.start() <= place < found.end():
                return None if _is_figure(text, found.start()) else _build("relative-day", found, low, high)
    if text.startswith("oday", place):
        return _read_today(text, place)
    return None


@cache
def _load_patterns() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    return tuple(
        (re.compile(rf"\b(?:{_fold_first(phrase['pattern'])})\b"), phrase["low"], phrase["high"])
        for phrase in load_table("relative")["phrases"]
    )


def _fold_first(pattern: str) -> str:
    """The pattern with a capital or a small letter at its start, whichever branch it takes."""
    return rf"(?i:{pattern})"


def _build(rule: str, found: re.Match[str], low: int, high: int) -> Phrase:
    return Phrase(rule=rule, span=Span(start=found.start(), end=found.end()), pattern=Distance(low=low, high=high))


def _is_figure(text: str, start: int) -> bool:
    word = re.search(r"([A-Za-z]+)\s+\Z", text[max(0, start - _BEFORE) : start])
    return word is not None and word[1].lower() in load_table("relative")["words"]["never_before"]


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<count>{build_cardinal_pattern()})\s+days\s+ago\b", re.IGNORECASE)


_VAGUE = re.compile(r"\b(?:than|about|around|over|nearly|almost|,|or|[Ss]ome)\s*\Z")


def _read_ago(text: str, start: int, place: int) -> Phrase | None:
    found = _ago().search(text, start, place + len("ays ago"))
    if found is None or _VAGUE.search(text, max(0, found.start() - _BEFORE), found.start()):
        return None
    days = parse_cardinal(found["count"])
    return _build("relative-day", found, -days, -days) if days <= _MOST_DAYS else None


_TODAY = re.compile(r"\b[Tt]oday\b(?!['\u2019])")
# "As is commonly said today", "until today": nowadays.
_UP_TO = re.compile(
    r"\b(?:until|till|since|have|has|had|but|and|than|of|from|even|only|as|that|which|is\s+(?:\w+\s+)?\w+ed|is\s+(?:\w+\s+)?said|absent)\s+\Z"
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|you|We|You|our|my)\b")


def _read_today(text: str, place: int) -> Phrase | None:
    found = _TODAY.match(text, place - 1) if place else None
    if found is None:
        return None
    return _build("relative-day" if _is_told(text, found) else "bare-today", found, 0, 0)


def _is_told(text: str, found: re.Match[str]) -> bool:
    """Whether a narrator tells what happened today."""
    sentence = re.split(r"[.!?\u201c\u201d\"]", text[max(0, found.start() - 160) : found.start()])[-1]
    after = text[found.end() : found.end() + 60]
    if (
        _UP_TO.search(sentence)
        or _FIRST_PERSON.search(sentence)
        or _FIRST_PERSON.search(re.split(r"[.!?\u201c\u201d\"]", after)[0])
    ):
        return False
    return bool(_event_before().search(sentence) or _event_after().match(after))


@cache
def _event_before() -> re.Pattern[str]:
    words = load_table("relative")["words"]
    events, verbs = "|".join(words["events"]), "|".join(words["verbs"])
    return re.compile(
        rf"\b(?:(?:{events})s?(?:\s+(?:held|issued|published|delivered|released))?|(?:[Ii]n|[Aa]t|[Dd]uring)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,3}}(?:{events})"
        rf"(?:\s+[\w,.'\u2019-]+){{0,14}}|(?<!-)(?:{verbs})(?:\s+[\w,'\u2019-]+){{0,8}})\s*,?\s*(?:here\s+|later\s+)?\Z"
    )


@cache
def _event_after() -> re.Pattern[str]:
    words = load_table("relative")["words"]
    events, verbs = "|".join(words["events"]), "|".join(words["verbs"])
    return re.compile(
        rf"\s*,?\s*(?:(?:in|at|during)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,4}}(?:{events})|(?:{verbs})\b"
        rf"|(?:the\s+)?(?:[A-Z][\w.'\u2019-]*,?\s+(?:(?:of|and)\s+)?(?:the\s+)?){{1,8}}(?:{verbs})\b)"
    )
