"""The captions of subtitles in SubRip (SRT) and WebVTT."""

import html
import re
from collections.abc import Iterator

import msgspec
import pysubs2

from onrecord.read.page import clean_text

_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,80})*[ \t]+([^>\n]{1,80})>")
_ARROW = "-->"
# Words that are written as tags, in the manner of SubRip and SubStation.
_TAGS = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}")
# A caption is a line or two; what is longer is a file of something else, and slow to take apart.
MOST_CHARACTERS = 5_000


class Caption(msgspec.Struct, frozen=True, kw_only=True):
    """Lines that are shown together, with the seconds from the beginning, and who speaks where that is said."""

    start: float
    end: float
    lines: tuple[str, ...]
    voice: str = ""


def find_captions(text: str) -> Iterator[Caption]:
    """The captions in the order of the file; notes, styles and the names of cues are left out."""
    is_webvtt = text.lstrip("\ufeff \n").startswith("WEBVTT")
    for block in _BLANK_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n").split("\n")
        place = next((number for number, line in enumerate(lines[:3]) if _ARROW in line), None)
        if place is None or len(block) > MOST_CHARACTERS:
            continue
        # What stands above the times is the number or the name of the cue.
        caption = _read_block("\n".join(lines[place:]), "vtt" if is_webvtt else "srt")
        if caption is not None:
            yield caption


def _read_block(block: str, kind: str) -> Caption | None:
    # SubRip files with the full stops of WebVTT are as common as WebVTT with the commas of SubRip.
    times, _, words = block.partition("\n")
    times = times.replace(",", ".") if kind == "vtt" else re.sub(r"(\d)\.(\d)", r"\1,\2", times)
    voice = _VOICE.search(words)
    events = pysubs2.SSAFile.from_string(f"{times}\n{words}", format_=kind, keep_html_tags=True)
    if len(events) != 1:
        return None
    lines = (clean_text(html.unescape(_TAGS.sub("", line))) for line in events[0].text.split("\\N"))
    shown = tuple(line for line in lines if line)
    start, end = events[0].start / 1000, events[0].end / 1000
    return Caption(start=start, end=max(start, end), lines=shown, voice=voice[1].strip() if voice else "")
