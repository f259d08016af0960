"""The marks of a text from all who look for them."""

from bisect import bisect_right

from onrecord.model import Mark


def merge_marks(brackets: tuple[Mark, ...], noted: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks in the order of the text: brackets, and what the notes tell of them.

    Two marks are apart from each other, or one stands inside the other (a note reference inside an editor's words).
    What a note settles (`[1]` is a reference) holds; a verse named in brackets is marked once, with its brackets.
    """
    settled = {mark.span for mark in noted}
    kept = tuple(mark for mark in brackets if mark.span not in settled)
    starts = [mark.span.start for mark in kept]
    added = (mark for mark in noted if mark.kind == "note-reference" or not _is_marked(mark, kept, starts))
    return tuple(sorted((*kept, *added), key=lambda mark: (mark.span.start, -mark.span.end)))


def _is_marked(mark: Mark, kept: tuple[Mark, ...], starts: list[int]) -> bool:
    index = bisect_right(starts, mark.span.start) - 1
    return index >= 0 and kept[index].kind == mark.kind and kept[index].span.meets(mark.span)
