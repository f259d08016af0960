"""The marks of a text from all who look for them."""

from bisect import bisect_right

from onrecord.model import Mark
from onrecord.read.notes import Noted


def merge_marks(brackets: tuple[Mark, ...], noted: Noted) -> tuple[Mark, ...]:
    """The marks in the order of the text: brackets, and what the notes tell of them.

    Two marks are apart from each other, or one stands inside the other (a note reference inside an editor's words).
    What the notes settle holds (`[1]` is a reference, or the label of a note and no mark); a verse named in brackets is
    marked once, with its brackets.
    """
    settled = noted.labels | {mark.span for mark in noted.marks}
    kept = tuple(mark for mark in brackets if mark.span not in settled)
    starts = [mark.span.start for mark in kept]
    added = (mark for mark in noted.marks if mark.kind == "note-reference" or not _is_marked(mark, kept, starts))
    return tuple(sorted((*kept, *added), key=lambda mark: (mark.span.start, -mark.span.end)))


def _is_marked(mark: Mark, kept: tuple[Mark, ...], starts: list[int]) -> bool:
    index = bisect_right(starts, mark.span.start) - 1
    return index >= 0 and kept[index].kind == mark.kind and kept[index].span.meets(mark.span)
