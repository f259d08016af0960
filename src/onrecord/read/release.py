"""Press releases: an office tells of something and quotes people, each quotation signed or announced."""

import functools
import re

from onrecord.model import FactName, Span
from onrecord.read.datelines import dateline
from onrecord.read.layout import Layout, Sheet, Stated
from onrecord.read.paragraphs import Paragraph
from onrecord.read.phrases import any_of, get_phrases
from onrecord.read.tags import find_tags
from onrecord.read.titles import read_title

# Fewer are bylines in a column of short items.
_FEWEST_SIGNED, _SHARE_SIGNED = 2, 0.2
# A dateline opens a paragraph, not a line.
_LONGEST_LINE, _SHORT = 120, 60
# The quotation and its signature, which may stand in a line of its own; the name may be announced above.
_SIGNED = re.compile(
    r"(?P<words>[\"\u201c].+[\"\u201d]\s*)?(?:--?|[\u2013\u2014\u2015])\s*"
    r"[A-Z][\w.\u2019'-]*(?:\s+[A-Z][\w.\u2019'-]*){1,5}(?:[,(].{0,140})?"
)
_ANNOUNCED = re.compile(r"(?:And\s+)?[Ff]rom\s+[^:\u201c\"]{2,160}:\s*(?:[\"\u201c].+)?", re.DOTALL)


def read_release(sheet: Sheet) -> Layout | None:
    """The layout of a page that calls itself a press release or whose quotations are signed, or `None`.

    The lines that say what it is and where it ends are furniture; its dateline states place and date.
    """
    furniture = tuple(each for each in sheet.paragraphs if _is_furniture(each))
    kept = tuple(each for each in sheet.paragraphs if not _is_furniture(each))
    marked = any(_marker().match(each.text) for each in furniture)
    if not kept or not (marked or _count_claimed(kept) >= max(_FEWEST_SIGNED, _SHARE_SIGNED * len(kept))):
        return None
    titled = read_title(kept)
    return Layout(
        form="report",
        paragraphs=titled.paragraphs,
        title=titled.title,
        kicker=titled.kicker,
        furniture=furniture,
        tags=find_tags(titled.paragraphs),
        statements=(*titled.statements, *_read_dateline(titled.paragraphs)),
    )


def _count_claimed(paragraphs: tuple[Paragraph, ...]) -> int:
    """How many quotations are signed or announced."""
    count = 0
    above = ""
    for paragraph in paragraphs:
        text = paragraph.text
        signed = _SIGNED.fullmatch(text)
        is_signed = signed is not None and (bool(signed["words"]) or above.endswith(("\u201d", '"')))
        count += is_signed or _ANNOUNCED.fullmatch(text) is not None
        above = text
    return count


def _is_furniture(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return len(text) <= _LONGEST_LINE and bool(_marker().match(text) or _end().fullmatch(text))


def _read_dateline(paragraphs: tuple[Paragraph, ...]) -> tuple[Stated, ...]:
    """Place and date before the dash with which the first paragraph begins: `PORT SELWICK, March 3, 2011 \u2013`."""
    index = next((i for i, each in enumerate(paragraphs) if each.kind == "paragraph" and len(each.text) > _SHORT), 0)
    match = dateline().match(paragraphs[index].text)
    names: tuple[FactName, ...] = ("place", "date")
    return tuple(
        Stated(name, "page", index, Span(start=match.start(name), end=match.end(name)))
        for name in names
        if match and match[name]
    )


@functools.cache
def _marker() -> re.Pattern[str]:
    return re.compile(rf"\W*{any_of(get_phrases().release.markers)}\b[^.!?]*$", re.IGNORECASE)


@functools.cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of(get_phrases().release.ends)}\s*")
