"""Phrases that name one day together: a weekday and a date, two calendars, "today (Saturday)"."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.date.patterns import Distance, Phrase, Weekday
from onrecord.model import Span

# What may stand between two names of one day: "Wednesday, ", "۳ آذر ۱۴۰۳ | ", "today (Saturday) on ".
_JOINT = re.compile(
    r"[\s,:()\[\]|/\u2013\u2014-]*(?:(?:on|the|or|i\.e\.|that is|that is to say|equals?(?: to)?|equivalent to"
    r"|corresponding (?:to|with)|coincid(?:es|ing|ed) with|which (?:is|was)|AHS?|A\.H\.(?:S\.)?|H\.|SH|AD"
    r"|morning|afternoon|evening|night)[\s,()\[\]]*){0,3}\Z"
)
_LONGEST_JOINT = 40
# The year 1401 (2022-2023).
_YEAR_JOINT = re.compile(r"\s*[(\[/]\s*\Z")
_EVE = re.compile(r"\b(?:(?:on|at)\s+)?(?:the\s+)?eve\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
_EVE_REACH = 24
_DAY_RULES = frozenset(
    {
        "date-phrase",
        "solar-date",
        "lunar-date",
        "numeric-date",
        "mixed-calendars",
        "month-day",
        "solar-day",
        "lunar-day",
        "named-day",
    }
)
_NEVER_ALONE = frozenset({"short-weekday", "bare-today"})


def group_phrases(text: str, phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, ...]]:
    """The phrases in order, those that name one day together."""
    group: tuple[Phrase, ...] = ()
    for phrase in (_find_eve(text, each) for each in phrases):
        if group and _belongs(text, group, phrase):
            group = (*group, phrase)
        else:
            yield from _finish(group)
            group = (phrase,)
    yield from _finish(group)


def _find_eve(text: str, phrase: Phrase) -> Phrase:
    if phrase.rule not in _DAY_RULES:
        return phrase
    found = _EVE.search(text, max(0, phrase.span.start - _EVE_REACH), phrase.span.start)
    if found is None:
        return phrase
    return msgspec.structs.replace(phrase, span=Span(start=found.start(), end=phrase.span.end), shift=(-1, -1))


def _finish(group: tuple[Phrase, ...]) -> Iterator[tuple[Phrase, ...]]:
    if group and not (len(group) == 1 and group[0].rule in _NEVER_ALONE):
        yield group


def _belongs(text: str, group: tuple[Phrase, ...], phrase: Phrase) -> bool:
    between = text[group[-1].span.end : phrase.span.start]
    if len(between) > _LONGEST_JOINT or get_kind(phrase) in {get_kind(other) for other in group}:
        return False
    # "[Nov 3, 2019] Today the regime …" begins a sentence.
    if "\n\n" in between or (get_kind(phrase) == "distance" and text[phrase.span.start].isupper()):
        return False
    years = [get_kind(each).startswith("year") for each in (*group, phrase)]
    return bool(_YEAR_JOINT.match(between)) if all(years) else not any(years) and bool(_JOINT.match(between))


def get_kind(phrase: Phrase) -> str:
    """Two phrases of one kind never name one day: "the 9th of Dey, the 22nd of Bahman"."""
    match phrase.pattern:
        case Weekday():
            return "weekday"
        case Distance(weekday=weekday):
            return "weekday" if weekday >= 0 else "distance"
        case _:
            return phrase.calendar if phrase.rule in _DAY_RULES else f"year-{phrase.calendar}"
