"""Mentions: where a text names people of the record."""

import re
from functools import lru_cache

import msgspec

from onrecord.attribute.names import find_named, fold_name, strip_honorifics
from onrecord.attribute.words import load_name_words, load_sentence_words
from onrecord.model import Person, Span

_CAPITAL_BEFORE = re.compile(r"((?:[^\W\d_]\.)+|[^\W\d_][\w'\u2019-]*\.?)[ \xa0\n]+\Z")
_CAPITAL_AFTER = re.compile(r"[ \xa0\n][A-Z](?:[\w-]+|\.)")
_LOWER_BEFORE = re.compile(r"([a-z]+)\s+(?:the\s+)?\Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)")
# A surname may begin with an article or a particle of its own: al-Assad, d'Estaing.
_CAPITAL = re.compile(r"(?:[a-z]{1,3}[-'\u2019])?[^\W\d_a-z]")
_REACH = 40
_MOST_PARTS = 8


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A name in the text and everybody whom it may mean."""

    span: Span
    people: tuple[Person, ...]


def find_mentions(text: str, people: tuple[Person, ...]) -> tuple[Mention, ...]:
    """Every mention of `people` in the text, in order, with its honorifics and first names.

    A surname that is part of another name (`Lincoln Memorial`, `Mary Lincoln`) or of a place (`in Washington`) is none.
    """
    pattern = _build_pattern(people)
    if pattern is None:
        return ()
    mentions: list[Mention] = []
    for found in pattern.finditer(text):
        floor = mentions[-1].span.end if mentions else 0
        mention = _read_mention(text, found, floor, people)
        if mention is not None:
            mentions.append(mention)
    return tuple(mentions)


def settle(mention: Mention, mentions: tuple[Mention, ...]) -> tuple[Person, ...]:
    """Whom the mention means: of several who bear the name, the only one whom the text has named before."""
    named = {
        each.people[0]
        for each in mentions
        if len(each.people) == 1 and each.people[0] in mention.people and each.span.start < mention.span.start
    }
    return tuple(named) if len(mention.people) > 1 and len(named) == 1 else mention.people


@lru_cache(maxsize=32)
def _build_pattern(people: tuple[Person, ...]) -> re.Pattern[str] | None:
    """A pattern for whole names, aliases and titles, and for the surname of each."""
    keys: set[str] = set()
    for person in people:
        names = (person.name, *person.aliases)
        keys.update(names)
        keys.update(title.removeprefix("the ").removeprefix("The ") for title in person.titles)
        keys.update(_get_surname(name) for name in names)
    keys.discard("")
    if not keys:
        return None
    ordered = sorted(keys, key=len, reverse=True)
    spaced = (re.escape(key).replace(r"\ ", r"\s+") for key in ordered)
    return re.compile(r"\b(?:" + "|".join(spaced) + r")(?!\w)")


def _get_surname(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].strip(".,").lower() in load_name_words().after:
        words.pop()
    surname = words[-1].strip(",") if words else ""
    # A title given as an alias ("the Leader") has no surname.
    return surname if strip_honorifics(fold_name(surname)) and _CAPITAL.match(surname) else ""


def _read_mention(text: str, found: re.Match[str], floor: int, people: tuple[Person, ...]) -> Mention | None:
    start = _extend_left(text, found.start(), floor)
    after = _CAPITAL_AFTER.match(text, found.end())
    if after is not None and " " not in found[0]:
        return None
    meant = find_named(text[start : found.end()], people)
    if not meant or (start == found.start() and _is_place(text, start, found[0])):
        return None
    return Mention(span=Span(start=start, end=found.end()), people=meant)


def _extend_left(text: str, start: int, floor: int) -> int:
    """The start of the name that ends in a known one: honorifics, first names and initials before it belong to it."""
    for _ in range(_MOST_PARTS):
        before = _CAPITAL_BEFORE.search(text, max(floor, start - _REACH), start)
        if before is None or not _is_name_part(before[1]):
            break
        start = before.start()
    return start


def _is_name_part(word: str) -> bool:
    plain = word.strip(".").lower()
    if not word[0].isupper() or plain in load_sentence_words().openers:
        return False
    return not word.endswith(".") or "." in word[:-1] or len(plain) == 1 or plain in load_name_words().before


def _is_place(text: str, start: int, name: str) -> bool:
    before = _LOWER_BEFORE.search(text, max(0, start - _REACH), start)
    if _POSSESSIVE.match(text, start + len(name)):
        return False
    return " " not in name and before is not None and before[1].lower() in load_sentence_words().places
