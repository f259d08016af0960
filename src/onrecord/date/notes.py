"""Notes and editorial brackets: their own days, and what those tell of the text that refers to them."""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from onrecord.date.evidence import Evidence, build_bound
from onrecord.date.intervals import Interval
from onrecord.date.mentions import Mention
from onrecord.date.patterns import Fixed
from onrecord.model import Dating, Days, Document, Note, Span

_TO_COME = re.compile(r"\b(?:will|shall|scheduled|planned|upcoming|is to be|are to be)\b", re.IGNORECASE)
_ELECTION = re.compile(r"\belections?\b", re.IGNORECASE)
# An editor dates what was said or done before: "the speech of June 3, 2016".
_DONE = re.compile(
    r"\b(?:delivered|issued|made|held|published|broadcast|given|vetoed|written|signed|sent|speech|lecture)\b"
)
_WEIGHT = 0.5


def find_fixed_days(mentions: tuple[Mention, ...], within: Span) -> tuple[Interval, ...]:
    """The days that stand by themselves in a stretch of the text, in order; bare years are left out."""
    return tuple(
        mention.days[0]
        for mention in mentions
        if within.holds(mention.span) and mention.days and _is_day(mention) and not mention.is_doubtful
    )


def _is_day(mention: Mention) -> bool:
    first = mention.phrases[0]
    return isinstance(first.pattern, Fixed) and first.rule not in {"bare-year", "decade", "year-range"}


def date_note(note: Note, text: str, mentions: tuple[Mention, ...]) -> Note:
    """The note with the one day or interval that it names; with none where it names several or none."""
    found = [mention for mention in mentions if note.span.holds(mention.span) and mention.days and _is_day(mention)]
    if len(found) != 1:
        return note
    (mention,) = found
    clue = build_bound(
        "note-date",
        mention.span.slice(text),
        Days(earliest=mention.days[0][0], latest=mention.days[0][1]),
        span=mention.span,
    )
    dating = Dating.between(*mention.days[0], (msgspec.structs.replace(clue, calendar=mention.phrases[0].calendar),))
    return msgspec.structs.replace(note, date=dating)


def find_elections_noted(doc: Document) -> tuple[dt.date, ...]:
    """The days of elections to come that the notes of a document give."""
    return tuple(
        note.date.earliest
        for note in doc.notes
        if note.date.earliest
        and _TO_COME.search(note.span.slice(doc.text))
        and _ELECTION.search(note.span.slice(doc.text))
    )


def find_noted(doc: Document) -> Iterator[Evidence]:
    """What is cited has happened: the text is no older than the days that its notes give for it."""
    for note in doc.notes:
        (clue,) = note.date.clues or (None,)
        if clue is None or note.reference is None or _TO_COME.search(note.span.slice(doc.text)):
            continue
        bound = build_bound("note-date", clue.text, Days(earliest=clue.earliest), span=clue.span)
        yield Evidence(clue=bound, weight=_WEIGHT)


def find_bracketed(doc: Document, mentions: tuple[Mention, ...]) -> Iterator[Evidence]:
    """The same for editorial brackets that say when something was said or done."""
    for mark in doc.marks:
        words = mark.span.slice(doc.text)
        if mark.kind != "editorial" or not _DONE.search(words) or _TO_COME.search(words):
            continue
        for mention in mentions:
            if mark.span.holds(mention.span) and mention.days and _is_day(mention) and not mention.is_doubtful:
                bound = build_bound(
                    "bracket-date", mention.span.slice(doc.text), Days(earliest=mention.days[0][0]), span=mention.span
                )
                yield Evidence(clue=bound, weight=_WEIGHT)
