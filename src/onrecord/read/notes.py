"""Foot- and endnotes, tied to the places that refer to them."""

import functools
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Literal, NamedTuple

from onrecord.model import Block, Finding, Mark, Note, Span
from onrecord.read.paragraphs import Paragraph
from onrecord.read.phrases import any_of, get_phrases
from onrecord.read.scripture import named_reference

_LABEL = re.compile(r"(?:\((\d{1,3})\)|\[(\d{1,3})\]|(\d{1,3})[).])\s+(?=\S)")
_REFERENCE = re.compile(r"\((\d{1,3})\)|\[(\d{1,3})\]")


class Noted(NamedTuple):
    """The notes of a text and what they tell of its marks.

    `marks` are the references and the verses named inside a note; `labels` are brackets around a note's own label.
    """

    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    labels: frozenset[Span] = frozenset()


def turn_notes(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs with the notes as blocks of kind note, and the line above them as a heading.

    Notes are announced by a line such as `Footnotes:` and go on to the next heading or list; without one they are the
    last paragraphs, labelled from 1 without a gap, each referred to in what stands before.
    """
    announced = _find_announcement(paragraphs)
    if announced is None:
        return _turn(paragraphs, _find_trailing(paragraphs))
    heading = paragraphs[announced].turn("heading")
    return _turn((*paragraphs[:announced], heading, *paragraphs[announced + 1 :]), announced + 1)


def _turn(paragraphs: tuple[Paragraph, ...], first: int) -> tuple[Paragraph, ...]:
    notes = tuple(takewhile(lambda paragraph: paragraph.kind == "paragraph", paragraphs[first:]))
    rest = paragraphs[first + len(notes) :]
    return (*paragraphs[:first], *(paragraph.turn("note") for paragraph in notes), *rest)


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
    note_blocks = [block for block in blocks if block.kind == "note"]
    if not note_blocks:
        return Noted()
    references = _find_references(text, note_blocks[0].span.start)
    notes: list[Note] = []
    for block in note_blocks:
        label, length = _read_label(block.span.slice(text))
        if label:
            span = Span(start=block.span.start + length, end=block.span.end)
            notes.append(_note(text, label, span, references.get(label)))
        elif notes:
            last = notes.pop()
            span = Span(start=last.span.start, end=block.span.end)
            notes.append(_note(text, last.label, span, last.reference))
    tied = (Mark(kind="note-reference", span=span) for span in {note.reference for note in notes} if span)
    verses = (mark for block in note_blocks for mark in _scripture(text, block.span))
    return Noted(tuple(notes), (*tied, *verses), frozenset(_labels(text, note_blocks)))


def _labels(text: str, note_blocks: list[Block]) -> Iterator[Span]:
    for block in note_blocks:
        _, length = _read_label(block.span.slice(text))
        yield Span(
            start=block.span.start,
            end=block.span.start + len(text[block.span.start : block.span.start + length].rstrip()),
        )


def _find_references(text: str, end: int) -> dict[str, Span]:
    """The first place of every label in brackets before `end`."""
    references: dict[str, Span] = {}
    for match in _REFERENCE.finditer(text, 0, end):
        references.setdefault(match[1] or match[2], Span(start=match.start(), end=match.end()))
    return references


def _note(text: str, label: str, span: Span, reference: Span | None) -> Note:
    kind: Literal["note", "slogan"] = "slogan" if _slogan().match(text, span.start, span.end) else "note"
    return Note(label=label, kind=kind, span=span, reference=reference)


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
