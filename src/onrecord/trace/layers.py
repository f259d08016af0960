"""The layers of a document that are not the speaker's running words and may be skipped on either side."""

from collections.abc import Iterable

from onrecord.model import Document, Span

SKIPPED_MARKS = frozenset({"editorial", "stage-direction", "note-reference"})


def find_layers(document: Document) -> tuple[Span, ...]:
    """The spans of the editor's insertions, stage directions, note references and note texts, in order."""
    marks = [mark.span for mark in document.marks if mark.kind in SKIPPED_MARKS]
    notes = [block.span for block in document.blocks if block.kind == "note"]
    return tuple(sorted(marks + notes))


def blank_layers(text: str, layers: Iterable[Span], *, offset: int = 0) -> str:
    """`text` with every layer overwritten by spaces, so that offsets stay; `offset` is where `text` begins."""
    end = offset + len(text)
    for layer in layers:
        start, stop = max(layer.start, offset), min(layer.end, end)
        if start < stop:
            text = text[: start - offset] + " " * (stop - start) + text[stop - offset :]
    return text
