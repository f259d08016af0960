"""What a speech says of its own day: what it announces, what it counts from, what day it calls today."""

import re
from collections.abc import Iterator

from onrecord.date.durations import bind_agreeing, find_durations, find_elections
from onrecord.date.evidence import Evidence, build_evidence
from onrecord.date.mentions import Mention
from onrecord.date.notes import find_bracketed, find_elections_noted, find_noted
from onrecord.model import Document

_ANNOUNCED = re.compile(
    r"\b(?:full\s+)?(?:text|transcript)\s+of\s+(?:the|an?|his|her)\b[^.]{0,120}?\b(?:delivered|made|given|issued|held)\b[^.]{0,60}?\bon\s+\Z"
)
_TODAY = re.compile(r"\b[Tt]oday(?:\s+is|,?\s+(?:which|that)\s+is|\s+coincides\s+with)\s+(?:the\s+)?\Z")
_REACH = 220
_TODAY_REACH = 40
# The words that introduce a speech stand above it.
_TOP = 1200


def find_spoken(doc: Document, mentions: tuple[Mention, ...]) -> tuple[Evidence, ...]:
    """The evidence in the words of a speech, and in the notes and brackets of its editor, in order."""
    found = (
        *_find_announced(doc.text, mentions),
        *_find_todays(doc.text, mentions),
        *find_durations(doc.text),
        *find_elections(doc.text, find_elections_noted(doc)),
        *find_noted(doc),
        *find_bracketed(doc, mentions),
    )
    return tuple(sorted(bind_agreeing(found), key=lambda each: each.clue.span.start if each.clue.span else 0))


def _find_announced(text: str, mentions: tuple[Mention, ...]) -> Iterator[Evidence]:
    """The day in a line above the speech: the text of a speech that was given on July 11, 2010."""
    for mention in mentions:
        start = mention.span.start
        if start < _TOP and mention.days and _ANNOUNCED.search(text, max(0, start - _REACH), start):
            yield build_evidence("announced-date", mention, text)


def _find_todays(text: str, mentions: tuple[Mention, ...]) -> Iterator[Evidence]:
    """Today is the 13th of Rajab; perhaps in somebody else's words, so it weighs and does not bind."""
    for mention in mentions:
        if _TODAY.search(text, max(0, mention.span.start - _TODAY_REACH), mention.span.start):
            yield build_evidence("today-is", mention, text, is_soft=True)
