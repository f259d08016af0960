"""A quotation beside the words of the record, as a run of changes."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from onrecord.model import Trace


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text: words that both have, words of the quotation alone, or words of the record alone.

    `is_marked` says that the quotation itself shows the change.
    """

    kind: Literal["same", "quoted", "source"]
    text: str
    is_marked: bool = False


def find_changes(trace: Trace) -> Iterator[Change]:
    """The quotation from its first word to its last; without the `source` stretches it is the quotation's own text."""
    quoted, place = trace.quotation.text, 0
    for edit in sorted(trace.edits, key=lambda edit: edit.quotation_span):
        if quoted[place : edit.quotation_span.start]:
            yield Change(kind="same", text=quoted[place : edit.quotation_span.start])
        if edit.quoted:
            yield Change(kind="quoted", text=edit.quoted, is_marked=edit.marked)
        if edit.source:
            text = edit.source if edit.quoted else _space(edit.source, quoted, edit.quotation_span.start)
            yield Change(kind="source", text=text, is_marked=edit.marked)
        place = max(place, edit.quotation_span.end)
    if quoted[place:]:
        yield Change(kind="same", text=quoted[place:])


def _space(words: str, quoted: str, place: int) -> str:
    # Words that the quotation lacks stand between two of its words, and there is one space for both.
    return f"{words} " if place == 0 or quoted[place - 1].isspace() else f" {words}"
