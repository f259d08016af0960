"""Verbs that report speech."""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.attribute.words import load_sentence_words


@cache
def _build_pattern() -> re.Pattern[str]:
    return _build(load_sentence_words().cues)


@cache
def _build_wide_pattern() -> re.Pattern[str]:
    return _build(load_sentence_words().cues | load_sentence_words().quoting)


def _build(verbs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(verbs, key=len, reverse=True)) + r")\b")


def find_cues(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every verb between two offsets that reports speech or repeats the words of others, in order."""
    return _build_wide_pattern().finditer(text, start, end)


def count_cues(text: str) -> int:
    """How many verbs that report speech stand in the text."""
    return len(_build_pattern().findall(text))


def has_cue(text: str) -> bool:
    """Whether a verb that reports speech stands in the text."""
    return _build_pattern().search(text) is not None
