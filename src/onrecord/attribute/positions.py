"""Where a name stands in its clause: as a subject, as an object, as part of another name."""

import re

from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import Mention
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Span

CAPITAL = re.compile(r"(?<![\w'\u2019-])[^\W\d_a-z][\w'\u2019-]*")
POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)")

_WORD_REACH = 60
_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)[\s(]*\Z")
_ARTICLE = re.compile(r"\b(?:an?|another|one|some|any|every|no|the|pro|anti)[\s-]+\Z", re.IGNORECASE)
_THE = re.compile(r"\s[Tt]he\s+\Z")
_JOINT_BEFORE = re.compile(r"[^\W\d_a-z][\w.'\u2019-]*,?\s+and\s+\Z")


def is_object(before: str) -> bool:
    """Whether a name after these words is spoken of, to, about."""
    word = _WORD_BEFORE.search(_THE.sub(" ", before[-_WORD_REACH:]))
    return word is not None and word[1].lower() in load_sentence_words().prepositions


def may_be_subject(frame: Frame, mention: Mention) -> bool:
    """Whether the name begins a clause, and is not a part of another name or thing: a Lincoln scholar."""
    before = frame.text[: mention.span.start]
    if POSSESSIVE.match(frame.text, mention.span.end) or is_part(frame, mention):
        return False
    word = _WORD_BEFORE.search(before[-_WORD_REACH:])
    words = load_sentence_words()
    if word is not None and word[1].lower() in words.prepositions | words.places:
        return False
    return word is None or not word[1][0].islower() or word[1] in words.openers


def is_part(frame: Frame, mention: Mention) -> bool:
    """Whether a surname tells of a thing, or a name is the second of two: a Lincoln scholar, Marle and Lincoln."""
    before = frame.text[: mention.span.start]
    name = mention.span.slice(frame.text)
    is_surname = " " not in name and any(person.name.endswith(name) for person in mention.people)
    return bool((is_surname and _ARTICLE.search(before)) or _JOINT_BEFORE.search(before))


def find_capitals(frame: Frame) -> tuple[Span, ...]:
    """Words that begin with a capital and seem to name somebody who acts: no opener, nothing after a preposition."""
    words = load_sentence_words()
    found = []
    for word in CAPITAL.finditer(frame.text):
        before = _WORD_BEFORE.search(frame.text[max(0, word.start() - _WORD_REACH) : word.start()])
        placed = before is not None and before[1].lower() in words.prepositions | words.places
        if word[0].lower() not in words.openers and not placed:
            found.append(Span(start=word.start(), end=word.end()))
    return tuple(found)
