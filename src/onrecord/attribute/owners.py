"""The owner of words that a stretch names: Lincoln's letter, according to Lincoln, quoted Lincoln."""

import re

from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import Mention
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Span

_WORD_REACH = 60
_MOST_WORDS = 6
_POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)\s*")
_WORD = re.compile(r"\s*([\w'\u2019-]+)(,?)")
_OF = re.compile(r"(\w+)\s+(?:of|by|from)\s+\Z")
_SOURCE = re.compile(r"\b(?:according to|(?:in|with) the words of)\s+\Z|^\s*[,(\u2014]\s*by\s+\Z", re.IGNORECASE)
# After these no words of the person's follow: Lincoln's aides read a letter.
_STOPS = frozenset(
    {"a", "an", "the", "and", "or", "but", "who", "which", "that", "as", "in", "at", "by", "is", "was", "has", "had"}
)
_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)\s+(?:from\s+)?\Z")


def find_owners(frame: Frame) -> tuple[Mention, ...]:
    """Everybody whom the frame makes the owner of words, in order."""
    return tuple(each for each in frame.mentions if is_owner(frame, each))


def is_owner(frame: Frame, mention: Mention) -> bool:
    """Whether the words are this person's: Lincoln's second inaugural, a letter of Lincoln, quoted Lincoln."""
    before = frame.text[: mention.span.start]
    if _POSSESSIVE.match(frame.text, mention.span.end):
        return get_owned(frame, mention) is not None
    words = load_sentence_words()
    of = _OF.search(before[-_WORD_REACH:])
    if of is not None and of[1].lower() in words.occasions - words.accounts:
        return True
    return _SOURCE.search(before[-_WORD_REACH:]) is not None or is_quoted(frame, mention)


def is_quoted(frame: Frame, mention: Mention) -> bool:
    """Whether a verb that repeats the words of others stands right before the name."""
    word = _WORD_BEFORE.search(frame.text[max(0, mention.span.start - _WORD_REACH) : mention.span.start])
    return word is not None and word[1].lower() in load_sentence_words().quoting


def get_owned(frame: Frame, mention: Mention) -> Span | None:
    """What the person owns, where it is words: from the end of the name to "inaugural" in "Lincoln's second inaugural".

    A quotation right after the name is owned too.
    """
    possessive = _POSSESSIVE.match(frame.text, mention.span.end)
    if possessive is None:
        return None
    words = load_sentence_words()
    place = possessive.end()
    if frame.side == "lead" and not frame.text[place:].strip():
        return Span(start=mention.span.end, end=place)
    for _ in range(_MOST_WORDS):
        word = _WORD.match(frame.text, place)
        if word is None or word[1].lower() in _STOPS | words.prepositions | words.cues:
            return None
        place = word.end()
        if word[1].lower() in words.occasions:
            return Span(start=mention.span.end, end=place)
        if word[2] or "'" in word[1] or "\u2019" in word[1]:
            return None
    return None
