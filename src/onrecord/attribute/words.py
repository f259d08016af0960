"""The word lists of this room, read once."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec

Words = frozenset[str]


class NameWords(msgspec.Struct, frozen=True, kw_only=True):
    """data/names.toml: what stands before or after a name and is no part of it."""

    source: str
    before: Words
    after: Words


class SentenceWords(msgspec.Struct, frozen=True, kw_only=True):
    """data/sentences.toml: what decides who speaks in a sentence, and where it ends."""

    source: str
    cues: Words
    quoting: Words
    echoing: Words
    occasions: Words
    accounts: Words
    bodies: Words
    abbreviations: Words
    openers: Words
    nobody: Words
    places: Words
    prepositions: Words


@cache
def load_name_words() -> NameWords:
    """The words of data/names.toml."""
    return msgspec.convert(tomllib.loads(_read("names.toml")), NameWords)


@cache
def load_sentence_words() -> SentenceWords:
    """The words of data/sentences.toml."""
    return msgspec.convert(tomllib.loads(_read("sentences.toml")), SentenceWords)


def _read(name: str) -> str:
    return files("onrecord.attribute").joinpath("data", name).read_text(encoding="utf-8")
