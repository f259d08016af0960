"""The tables of words and phrases by which the reader knows the parts of a page (`phrases.toml`)."""

import functools
import importlib.resources
import re
import tomllib

import msgspec


class HeadingWords(msgspec.Struct, frozen=True, kw_only=True):
    """What the heading of a transcript is made of."""

    source: str
    prefixes: tuple[str, ...]
    leads: tuple[str, ...]
    kinds: tuple[str, ...]
    by: tuple[str, ...]
    occasions: tuple[str, ...]
    reports: tuple[str, ...]
    verbs: tuple[str, ...]
    particles: tuple[str, ...]


class NoteWords(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above the notes, and what begins a note that holds a slogan."""

    source: str
    headings: tuple[str, ...]
    slogans: tuple[str, ...]


class StageWords(msgspec.Struct, frozen=True, kw_only=True):
    """Stage directions: words that begin one alone, or somebody and what they do."""

    source: str
    alone: tuple[str, ...]
    actors: tuple[str, ...]
    acts: tuple[str, ...]


class ScriptureWords(msgspec.Struct, frozen=True, kw_only=True):
    """Names of scriptures and the words that announce a verse."""

    source: str
    quran: tuple[str, ...]
    verse_words: tuple[str, ...]
    bible: tuple[str, ...]


class DateWords(msgspec.Struct, frozen=True, kw_only=True):
    """Names of months, enough to tell that brackets hold a date; the date room reads it."""

    source: str
    months: tuple[str, ...]


class MeetingWords(msgspec.Struct, frozen=True, kw_only=True):
    """What the lead sentence and the title of a report are made of.

    `meets` take whom they meet as their object, `speaks` need "with" or "to"; `verbs` have the narrator's subject.
    """

    source: str
    nouns: tuple[str, ...]
    meets: tuple[str, ...]
    speaks: tuple[str, ...]
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    honorifics: tuple[str, ...]
    verbs: tuple[str, ...]


class DayWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words for a day without its date."""

    source: str
    weekdays: tuple[str, ...]
    words: tuple[str, ...]


class ListingWords(msgspec.Struct, frozen=True, kw_only=True):
    """What begins a line that points to another page."""

    source: str
    pointers: tuple[str, ...]


class TurnWords(msgspec.Struct, frozen=True, kw_only=True):
    """Labels that are no names, and words before a colon that label nobody."""

    source: str
    roles: tuple[str, ...]
    never: tuple[str, ...]


class MessageWords(msgspec.Struct, frozen=True, kw_only=True):
    """What the title of a message calls it, what begins its salutation, and what stands above its signature."""

    source: str
    kinds: tuple[str, ...]
    salutations: tuple[str, ...]
    closings: tuple[str, ...]


class ReleaseWords(msgspec.Struct, frozen=True, kw_only=True):
    """The lines above and below a press release."""

    source: str
    markers: tuple[str, ...]
    ends: tuple[str, ...]


class Phrases(msgspec.Struct, frozen=True, kw_only=True):
    """All tables."""

    heading: HeadingWords
    notes: NoteWords
    stage: StageWords
    scripture: ScriptureWords
    dates: DateWords
    meeting: MeetingWords
    days: DayWords
    listing: ListingWords
    turns: TurnWords
    message: MessageWords
    release: ReleaseWords


@functools.cache
def get_phrases() -> Phrases:
    """The tables, read once."""
    text = importlib.resources.files("onrecord.read").joinpath("phrases.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Phrases)


def any_of(words: tuple[str, ...]) -> str:
    """A regular expression that matches any of the words, the longest first; a space in them matches any space."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"
