"""Other spellings of the same words: contractions, numerals, abbreviations, British and American forms."""

import functools
from collections.abc import Sequence
from itertools import product

from onrecord.trace.lists import get_words, read_lists

_MOST_READINGS = 8


def is_variant(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two runs of normalised words are the same words in another listed spelling."""
    if "".join(one) == "".join(other):
        return True  # only the spaces differ
    ours, theirs = _drop_stutter(one), _drop_stutter(other)
    if ours == theirs:
        return True
    if not ours or not theirs:
        return False
    return not _readings(tuple(ours)).isdisjoint(_readings(tuple(theirs)))


def is_filler(forms: Sequence[str]) -> bool:
    """Whether every word is a hesitation ("uh", "um")."""
    return bool(forms) and all(form in _fillers() for form in forms)


def _drop_stutter(forms: Sequence[str]) -> list[str]:
    # "the the" is a stutter; "not not" is no stutter, it turns the meaning.
    kept: list[str] = []
    for form in forms:
        if form in _fillers() or (kept and kept[-1] == form and form not in get_words("negation")):
            continue
        kept.append(form)
    return kept


@functools.lru_cache(maxsize=4096)
def _readings(forms: tuple[str, ...]) -> frozenset[str]:
    """Every way to write the words out in full, joined without spaces; figures as figures."""
    options = [_options(form) for form in forms]
    number = 1
    for option in options:
        number *= len(option)
    if number > _MOST_READINGS:
        options = [option[:1] for option in options]
    return frozenset("".join(_write_numbers(" ".join(choice).split())) for choice in product(*options))


def _options(form: str) -> tuple[str, ...]:
    expansions = _expansions().get(form)
    return expansions or (_respell(form),)


def _respell(form: str) -> str:
    """The American form of a word."""
    direct = _spellings().get(form)
    if direct:
        return direct
    lists = read_lists("variants")["endings"]
    if form in lists["exceptions"]:
        return form
    for british, american in lists["words"]:
        if form.endswith(british) and len(form) - len(british) >= lists["shortest_stem"]:
            return form[: -len(british)] + str(american)
    return form


def _write_numbers(forms: list[str]) -> list[str]:
    """Number words as figures: "twenty five" is 25, "two hundred thousand" 200000."""
    written: list[str] = []
    value, scaled, running = 0, 0, False
    for form in [*forms, ""]:
        units, scales = _numerals()
        if form in units and units[form].isdigit():
            value, running = value + int(units[form]), True
        elif form in scales and running:
            value *= scales[form]
            if scales[form] > 100:  # noqa: PLR2004 - "hundred" stays open: two hundred and ten thousand
                value, scaled = 0, scaled + value
        else:
            if running:
                written.append(str(scaled + value))
            value, scaled, running = 0, 0, False
            written.append(units.get(form, form))
    return written[:-1] if written and not written[-1] else written


@functools.cache
def _fillers() -> frozenset[str]:
    return frozenset(read_lists("variants")["fillers"]["words"])


@functools.cache
def _expansions() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    lists = read_lists("variants")
    for short, full in [*lists["contractions"]["words"], *lists["titles"]["words"]]:
        table[short] = (*table.get(short, ()), full)
    return {short: (*full, short) for short, full in table.items()}


@functools.cache
def _spellings() -> dict[str, str]:
    return dict(read_lists("variants")["spellings"]["words"])


@functools.cache
def _numerals() -> tuple[dict[str, str], dict[str, int]]:
    lists = read_lists("variants")["numerals"]
    return dict(lists["words"]), dict(lists["scales"])
