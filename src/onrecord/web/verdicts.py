"""A trace as a page shows it."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.export.changes import Change, find_changes
from onrecord.export.citation import Style, write_citation
from onrecord.model import Passage, Trace, Verdict
from onrecord.reader import Reader

Tone = Literal["sound", "changed", "grave", "open"]

TONES: dict[Verdict, Tone] = {
    "verbatim": "sound",
    "same-words": "sound",
    "marked": "sound",
    "altered": "changed",
    "reworded": "changed",
    "spliced": "grave",
    "ambiguous": "open",
    "absent": "open",
}
STYLES: tuple[tuple[Style, str], ...] = (
    ("text", "Text"),
    ("bibtex", "BibTeX"),
    ("csl", "CSL-JSON"),
    ("wikipedia", "Wikipedia"),
)
# More words than this that a quotation leaves out under a mark are folded.
_LONG = 12


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """A citation in one style."""

    style: Style
    name: str
    text: str


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A trace with what a page needs beside it; `number` counts from 1."""

    number: int
    trace: Trace
    tone: Tone
    changes: tuple[Change, ...]
    parts: tuple[Passage, ...]
    copies: tuple[Passage, ...]
    citations: tuple[Cited, ...] = ()


def judge(trace: Trace, *, number: int = 1, citations: Sequence[Cited] = ()) -> Judged:
    """The trace, ready to be shown."""
    return Judged(
        number=number,
        trace=trace,
        tone=TONES[trace.verdict],
        changes=tuple(find_changes(trace)),
        parts=tuple(passage for passage in trace.passages if passage.copy_of < 0),
        copies=tuple(passage for passage in trace.passages if passage.copy_of >= 0),
        citations=tuple(citations),
    )


def cite(reader: Reader, given: str) -> tuple[Cited, ...]:
    """The citation of a document or a passage in every style."""
    citation = reader.get_citation(given)
    return tuple(Cited(style=style, name=name, text=write_citation(citation, style)) for style, name in STYLES)


def is_long(change: Change) -> bool:
    """Whether the words of a change are folded until somebody asks for them."""
    return change.is_marked and len(change.text.split()) > _LONG
