"""Numbers in words, as dates and lengths of time use them."""

import re
from functools import cache

from onrecord.date.tables import load_table

_SPLIT = re.compile(r"[\s-]+")


@cache
def load_ordinals() -> dict[str, int]:
    """First → 1 … thirty-first → 31."""
    return {word: number for number, word in enumerate(load_table("ordinals")["ordinals"], start=1)}


@cache
def build_ordinal_pattern() -> str:
    """A regular expression for a day of the month in words: `third`, `Twenty-second`, `twenty second`."""
    words = sorted(load_ordinals(), key=len, reverse=True)
    spelled = (word.replace("-", "[-\\s]") for word in words)
    return "(?:" + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in spelled) + ")"


@cache
def load_cardinals() -> dict[str, int]:
    """One → 1 … nineteen → 19, twenty → 20 … ninety → 90."""
    table = load_table("ordinals")
    ones = {word: number for number, word in enumerate(table["cardinals"], start=1)}
    return ones | {word: 10 * number for number, word in enumerate(table["tens"], start=2)}


@cache
def build_cardinal_pattern() -> str:
    """A regular expression for a number below a hundred: `2`, `two`, `forty-three`."""
    words = sorted(load_cardinals(), key=len, reverse=True)
    tens = "|".join(load_table("ordinals")["tens"])
    ones = "|".join(load_table("ordinals")["cardinals"][:9])
    return rf"(?:[0-9]{{1,3}}(?![0-9.,])|(?:{tens})[-\s](?:{ones})|{'|'.join(words)})"


def parse_cardinal(text: str) -> int:
    """The number that the words or digits say."""
    if text.isdigit():
        return int(text)
    return sum(load_cardinals()[word] for word in _SPLIT.split(text.lower()))


def parse_day(text: str) -> int:
    """The day of the month that the digits (`22`, `22nd`) or the words say."""
    digits = re.match(r"[0-9]+", text)
    return int(digits[0]) if digits else load_ordinals()[_SPLIT.sub("-", text.lower())]
