"""Foot- and endnotes, tied to the places that refer to them."""

import functools
import re
from typing import NamedTuple

from onrecord.model import Block, Finding, Mark, Note, Span
from onrecord.read.paragraphs import Paragraph
from onrecord.read.phrases import any_of, get_phrases
from onrecord.read.scripture import named_reference

_LABEL = re.compile(r"(?:\((\d{1,3})\)|\[(\d{1,3})\]|(\d{1,3})[).])\s+(?=\S)")


class Noted(NamedTuple):
    """The notes of a text and the marks that belong to them: references, and scripture named inside a note."""

    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]


def turn_notes(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs with the notes at the end as blocks of kind note, and the line above them as a heading.

    Notes are announced by a line such as `Footnotes:`; without one they are the last paragraphs, labelled from 1
    without a gap, each referred to in what stands before.
    """
    announced = _find_announcement(paragraphs)
    if announced is not None:
        heading = paragraphs[announced].turn("heading")
        return (*paragraphs[:announced], heading, *(p.turn("note") for p in paragraphs[announced + 1 :]))
    first = _find_trailing(paragraphs)
    return (*paragraphs[:first], *(p.turn("note") for p in paragraphs[first:]))


def _find_announcement(paragraphs: tuple[Paragraph, ...]) -> int | None:
    for index in range(len(paragraphs) - 2, 0, -1):
        if _announcement().fullmatch(paragraphs[index].text) and _LABEL.match(paragraphs[index + 1].text):
            return index
    return None


def _find_trailing(paragraphs: tuple[Paragraph, ...]) -> int:
    first = len(paragraphs)
    while first > 1 and _LABEL.match(paragraphs[first - 1].text):
        first -= 1
    labels = [_read_label(paragraph.text)[0] for paragraph in paragraphs[first:]]
    if labels != [str(number) for number in range(1, len(labels) + 1)]:
        return len(paragraphs)
    body = "\n".join(paragraph.text for paragraph in paragraphs[:first])
    tied = all(f"[{label}]" in body or f"({label})" in body for label in labels)
    return first if tied else len(paragraphs)


def _read_label(text: str) -> tuple[str, int]:
    match = _LABEL.match(text)
    return (next(filter(None, match.groups())), match.end()) if match else ("", 0)


def find_notes(text: str, blocks: tuple[Block, ...]) -> Noted:
    """The notes among the blocks, each with the first place before them that refers to it.

    A note block without a label goes on with the note before it.
    """
    notes: list[Note] = []
    marks: list[Mark] = []
    note_blocks = [block for block in blocks if block.kind == "note"]
    for block in note_blocks:
        label, length = _read_label(block.span.slice(text))
        if label:
            notes.append(_note(text, label, Span(start=block.span.start + length, end=block.span.end)))
        elif notes:
            last = notes.pop()
            notes.append(_note(text, last.label, Span(start=last.span.start, end=block.span.end)))
        marks += _scripture(text, block.span)
    end = note_blocks[0].span.start if note_blocks else 0
    tied = tuple(_tie(text, note, end) for note in notes)
    references = (Mark(kind="note-reference", span=note.reference) for note in tied if note.reference)
    return Noted(tied, (*references, *marks))


def _note(text: str, label: str, span: Span) -> Note:
    return Note(label=label, kind="slogan" if _slogan().match(text, span.start, span.end) else "note", span=span)


def _tie(text: str, note: Note, end: int) -> Note:
    match = re.compile(rf"\({note.label}\)|\[{note.label}\]").search(text, 0, end)
    reference = Span(start=match.start(), end=match.end()) if match else None
    return Note(label=note.label, kind=note.kind, span=note.span, reference=reference)


def _scripture(text: str, span: Span) -> list[Mark]:
    found = named_reference().finditer(text, span.start, span.end)
    return [Mark(kind="scripture", span=Span(start=match.start(), end=match.end())) for match in found]


def find_untied(notes: tuple[Note, ...]) -> tuple[Finding, ...]:
    """A finding for each note to which nothing in the text refers."""
    return tuple(
        Finding(code="read-note-untied", level="note", message=f"nothing in the text refers to note {note.label}")
        for note in notes
        if note.reference is None
    )


@functools.cache
def _announcement() -> re.Pattern[str]:
    return re.compile(rf"{any_of(get_phrases().notes.headings)}\s*:?", re.IGNORECASE)


@functools.cache
def _slogan() -> re.Pattern[str]:
    return re.compile(any_of(get_phrases().notes.slogans), re.IGNORECASE)
