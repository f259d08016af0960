"""The names of months and weekdays in a text, in three calendars and in every romanisation."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from onrecord.date.letters import is_foreign
from onrecord.date.spelling import get_sound
from onrecord.date.tables import load_table
from onrecord.model import Calendar

Kind = Literal["gregorian", "solar-hijri", "islamic", "weekday", "short-weekday"]

_CAPITAL = re.compile(r"(?<!\w)[A-Z\u00c0-\u00de\u0100-\u017f\u1e00-\u1eff][\w'\u2018\u2019\u02bf\u02be`\u00b4]*")
_WORDS = re.compile(r"[\w'\u2018\u2019\u02bf\u02be`\u00b4]+(?:[ \n-]{1,2}[\w'\u2018\u2019\u02bf\u02be`\u00b4]+){0,3}")
_LAST_WORD = re.compile(r"[ \n-]+[\w'\u2018\u2019\u02bf\u02be`\u00b4]+\Z")
_POSSESSIVE = re.compile(r"['\u2019]s\Z")
# "Rabi", "Jumada", "Zul", "Dhu": a lunar month may begin here.
_MAY_BEGIN = re.compile(r"(?:rab|j[ua]m[ua]d|z[iu]|z[ui]l)")
_ARABIC_SCRIPT = re.compile("[\u0600-\u06ff]")


class Name(NamedTuple):
    """The name of a month (1 to 12) or a weekday (Monday 0), from `start` to `end`."""

    kind: Kind
    number: int
    start: int
    end: int


def find_names(text: str) -> Iterator[Name]:
    """Every word that may name a month or a weekday; whether it does is for its neighbours to say."""
    for word in _CAPITAL.finditer(text):
        known = _classify(word[0])
        if known is not None:
            kind, number, length = known
            if number < 0:
                pair = _read_pair(text, word.start())
                if pair is not None:
                    yield pair
            else:
                yield Name(kind, number, word.start(), word.start() + length)
    if is_foreign(text):
        yield from _find_in_arabic_script(text)


@lru_cache(maxsize=65536)
def _classify(word: str) -> tuple[Kind, int, int] | None:
    bare = _POSSESSIVE.sub("", word)
    for kind, table in _load_printed():
        if bare in table:
            return kind, table[bare], len(bare)
    if bare in load_table("solar")["words"]:
        return None
    sound = get_sound(bare)
    for calendar, table in _load_sounds():
        if sound in table and sound:
            return calendar, table[sound], len(bare)
    return ("islamic", -1, 0) if _MAY_BEGIN.match(sound) else None


@cache
def _load_printed() -> tuple[tuple[Kind, dict[str, int]], ...]:
    weekdays = load_table("weekdays")
    return (
        ("gregorian", _add_capitals(load_table("months")["months"])),
        ("weekday", _add_capitals(weekdays["wide"])),
        ("short-weekday", _add_capitals(weekdays["short"])),
    )


def _add_capitals(table: dict[str, int]) -> dict[str, int]:
    return {spelling: number for name, number in table.items() for spelling in (name, name.upper())}


@cache
def _load_sounds() -> tuple[tuple[Calendar, dict[str, int]], ...]:
    return ("solar-hijri", _sound_months("solar")), ("islamic", _sound_months("lunar"))


def _sound_months(table: str) -> dict[str, int]:
    return {get_sound(name): number for name, number in load_table(table)["months"].items()}


def _read_pair(text: str, start: int) -> Name | None:
    """The lunar month of several words that begins here; the longest reading wins."""
    found = _WORDS.match(text, start)
    words = found[0] if found else ""
    while words:
        number = _sound_out(words)
        if number is not None:
            return Name("islamic", number, start, start + len(words))
        shorter = _LAST_WORD.sub("", words)
        words = shorter if shorter != words else ""
    return None


@lru_cache(maxsize=65536)
def _sound_out(words: str) -> int | None:
    sound = get_sound(words)
    for pattern, number in load_table("lunar")["sounds"].items():
        if re.fullmatch(pattern, sound):
            return int(number)
    return None


def _find_in_arabic_script(text: str) -> Iterator[Name]:
    for found in _build_script_pattern().finditer(text):
        kind, number = _load_script()[found[0]]
        yield Name(kind, number, found.start(), found.end())


@cache
def _build_script_pattern() -> re.Pattern[str]:
    names = sorted(_load_script(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def _load_script() -> dict[str, tuple[Kind, int]]:
    tables: tuple[tuple[Kind, dict[str, int]], ...] = (
        ("gregorian", load_table("months")["months"]),
        ("solar-hijri", load_table("solar")["months"]),
        ("islamic", load_table("lunar")["months"]),
        ("weekday", load_table("weekdays")["wide"]),
    )
    return {
        name: (kind, number) for kind, table in tables for name, number in table.items() if _ARABIC_SCRIPT.match(name)
    }
