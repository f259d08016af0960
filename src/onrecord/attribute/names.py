"""Names: which people a name may mean."""

import re
import unicodedata
from functools import lru_cache

import msgspec

from onrecord.attribute.words import load_name_words
from onrecord.model import Person

_POSSESSIVE = re.compile(r"['\u2019]s?\b(?=\s|$)")
_DROPPED = re.compile(r"['\u2018\u2019\u02bc\u02be\u02bf`\u00b4.]|\((?:[a-z]{1,4}\.?){1,4}\)")
_BETWEEN = re.compile(r"[^\w]+")

Tokens = tuple[str, ...]


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    """A person's names and titles as folded words."""

    person: Person
    names: tuple[Tokens, ...]
    titles: tuple[Tokens, ...]
    given: str


def find_people(name: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Every person that the name may mean, in the order of `people`; empty where it names nobody.

    Case, diacritics, honorifics and a possessive ending are passed over. A whole name or title decides; else the
    surname does, and what stands before it must agree with the person's other names, initials counting as names. The
    surname may stand first, with a comma. A first name alone means the only person who bears it, if there is one.
    """
    return find_named(name, people) or _find_reversed(name, people) or _find_given(name, people)


def find_named(name: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """As `find_people`, for names in running text: neither a surname before a comma nor a first name alone counts."""
    folded = fold_name(name)
    bare = strip_honorifics(folded)
    known = _fold_people(people)
    for wanted in (folded, _drop_article(folded), bare):
        exact = tuple(each.person for each in known if wanted and wanted in (*each.names, *each.titles))
        if exact:
            return exact
    return tuple(each.person for each in known if any(_agrees(bare, own) for own in each.names))


def _find_reversed(name: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Tolvey, Maren."""
    surname, comma, given = name.partition(",")
    return find_named(f"{given} {surname}", people) if comma and strip_honorifics(fold_name(given)) else ()


def _find_given(name: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    bare = strip_honorifics(fold_name(name))
    found = tuple(each.person for each in _fold_people(people) if bare == (each.given,))
    return found if len(found) == 1 else ()


def fold_name(name: str) -> Tokens:
    """The words of a name in lower case without diacritics, dots and apostrophes."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name)).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return tuple(_BETWEEN.sub(" ", _DROPPED.sub("", plain)).split())


def strip_honorifics(tokens: Tokens) -> Tokens:
    """The name without the words of address before it and the suffixes after it; empty where there are no others."""
    words = load_name_words()
    start, end = 0, len(tokens)
    while start < end and tokens[start] in words.before:
        start += 1
    while end > start + 1 and tokens[end - 1] in words.after:
        end -= 1
    return tokens[start:end]


@lru_cache(maxsize=32)
def _fold_people(people: tuple[Person, ...]) -> tuple[_Known, ...]:
    return tuple(_fold_person(person) for person in people)


def _fold_person(person: Person) -> _Known:
    folded = [fold_name(name) for name in (person.name, *person.aliases)]
    stripped = [strip_honorifics(name) for name in folded]
    titles = [fold_name(title) for title in person.titles]
    # An initial is no first name, and neither is the only word of a name.
    first, *others = stripped[0] or ("",)
    return _Known(
        person=person,
        names=tuple(dict.fromkeys(name for name in (*folded, *stripped) if name)),
        titles=tuple(dict.fromkeys(form for title in titles for form in (title, _drop_article(title)) if form)),
        given=first if others and len(first) > 1 else "",
    )


def _drop_article(tokens: Tokens) -> Tokens:
    return tokens[1:] if tokens[:1] == ("the",) else tokens


def _agrees(claimed: Tokens, own: Tokens) -> bool:
    """Whether the claimed name ends in the person's surname and its other words are, in order, those of the person."""
    if not claimed or claimed[-1] != own[-1]:
        return False
    rest = iter(own[:-1])
    given = claimed[:-1]
    # A middle initial contradicts nothing where the record knows no middle name ("Barack H. Obama").
    spare = len(own) == len(("Barack", "Obama"))
    return all(
        any(_same(word, other) for other in rest) or (spare and len(word) == 1 and place > 0)
        for place, word in enumerate(given)
    )


def _same(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) == 1 and word[0] == other[0])
