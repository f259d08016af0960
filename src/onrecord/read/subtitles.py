"""Subtitles (SubRip and WebVTT)."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from onrecord.model import Cue, Finding, Span
from onrecord.read.captions import Caption, find_captions
from onrecord.read.decoding import decode_source
from onrecord.read.page import Page, Shown, build_page
from onrecord.read.raw import Raw
from onrecord.read.trouble import report_failure
from onrecord.read.wrapping import ends_sentence

# Seconds of silence, and characters, after which a sentence ends its paragraph; twice as much ends it anyway.
_SILENCE = 2.5
_LONG = 700
_DASHES = ("- ", "\u2013 ", "\u2014 ", "-\u200f")
_ARABIC = "ARABIC"


class Said(NamedTuple):
    """Lines of one caption that are in one script."""

    start: float
    end: float
    text: str
    voice: str
    script: str


def read_subtitles(raw: Raw) -> Iterator[Page | Finding]:
    """The one text of a file of subtitles: sentences joined, each caption with its times.

    Captions in two languages become paragraphs in each, in turn.
    """
    decoded = decode_source(raw.data, address=raw.address, charset=raw.charset)
    yield from decoded.findings
    if decoded.text is None:
        return
    try:
        captions = tuple(find_captions(decoded.text))
    except Exception as failure:  # noqa: BLE001 - a broken file can break the library anywhere
        yield report_failure("pysubs2", failure)
        return
    if not captions:
        yield Finding(code="read-no-text", level="problem", message="subtitles without a single caption")
        return
    said = sorted(_split_scripts(_drop_repeated(captions)), key=lambda one: one.script)
    paragraphs = [p for _, track in groupby(said, key=lambda one: one.script) for p in _join(tuple(track))]
    paragraphs.sort(key=lambda paragraph: paragraph[0].start)
    yield build_page(map(_build_block, paragraphs), raw.office, form="subtitles")


def _drop_repeated(captions: tuple[Caption, ...]) -> Iterator[Caption]:
    """The captions without the lines that the one before has shown already, as live subtitles roll."""
    before: tuple[str, ...] = ()
    for caption in captions:
        lines = caption.lines
        most = min(len(lines), len(before))
        repeated = next((count for count in range(most, 0, -1) if before[-count:] == lines[:count]), 0)
        before = lines or before
        if lines[repeated:]:
            yield Caption(start=caption.start, end=caption.end, lines=lines[repeated:], voice=caption.voice)


def _split_scripts(captions: Iterator[Caption]) -> Iterator[Said]:
    for caption in captions:
        for script, lines in groupby(caption.lines, key=_get_script):
            for number, text in enumerate(_split_turns(tuple(lines))):
                yield Said(caption.start, caption.end, text, caption.voice if not number else "", script)


def _split_turns(lines: tuple[str, ...]) -> Iterator[str]:
    """A line that begins with a dash is somebody else's; the others go on."""
    turns: list[str] = []
    for line in lines:
        if turns and not line.startswith(_DASHES):
            turns[-1] += f" {line}"
        else:
            turns.append(line)
    yield from turns


def _get_script(line: str) -> str:
    letters = [char for char in line if char.isalpha()]
    arabic = sum(unicodedata.name(char, "").startswith(_ARABIC) for char in letters)
    return "arabic" if arabic * 2 > len(letters) else "other"


def _join(track: tuple[Said, ...]) -> Iterator[list[Said]]:
    paragraph: list[Said] = []
    length = 0
    for one in track:
        if paragraph and _begins(one, paragraph[-1], length):
            yield paragraph
            paragraph, length = [], 0
        paragraph.append(one)
        length += len(one.text)
    if paragraph:
        yield paragraph


def _begins(after: Said, before: Said, length: int) -> bool:
    if after.text.startswith(_DASHES) or (after.voice and after.voice != before.voice):
        return True
    silence = after.start - before.end
    if ends_sentence(before.text):
        return silence >= _SILENCE or length >= _LONG
    return silence >= 2 * _SILENCE or length >= 2 * _LONG


def _build_block(paragraph: list[Said]) -> Shown:
    cues: list[Cue] = []
    position = 0
    for one in paragraph:
        span = Span(start=position, end=position + len(one.text))
        cues.append(Cue(span=span, start=one.start, end=one.end, voice=one.voice))
        position = span.end + 1
    return Shown(" ".join(one.text for one in paragraph), cues=tuple(cues))
