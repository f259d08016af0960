"""A document's text as a page shows it: blocks, in them marks, notes, hits and quotations. All text is escaped."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import msgspec
from markupsafe import Markup, escape

from onrecord.model import BlockKind, Document, Span

# What is laid over the text wins over what stands in it when both would be a link.
_MARKED = frozenset({"hit", "at"})
_NONE: Mapping[int, str] = {}


class Stroke(msgspec.Struct, frozen=True, kw_only=True):
    """Something to be seen at a span of the text: `kind` becomes a class, `ident` an anchor, `href` a link."""

    span: Span
    kind: str
    ident: str = ""
    href: str = ""
    label: str = ""


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """A block, ready to be printed; `back` leads from a note to where the text refers to it."""

    kind: BlockKind
    ident: str
    text: str
    html: Markup
    back: str = ""


def set_document(doc: Document, strokes: Iterable[Stroke] = (), starts: Sequence[int] = ()) -> tuple[Leaf, ...]:
    """The blocks of a document in order, each with its anchor `p1`, `p2`, …; what stands in no block is one too.

    `starts` are where sentences begin: each gets an anchor too, `p2.s1`, `p2.s2`, …
    """
    blocks = _fill_gaps(doc)
    ordered = sorted((*find_strokes(doc), *strokes), key=lambda stroke: (stroke.span, stroke.kind))
    by_block = _sort_into(blocks, ordered)
    return tuple(
        Leaf(
            kind=kind,
            ident=f"p{number}",
            text=span.slice(doc.text),
            html=set_span(doc.text, span, inside, _name_sentences(f"p{number}", span, starts)),
            back=_find_back(doc, span) if kind == "note" else "",
        )
        for number, ((kind, span), inside) in enumerate(zip(blocks, by_block, strict=True), start=1)
    )


def _find_back(doc: Document, block: Span) -> str:
    numbers = (number for number, note in enumerate(doc.notes, start=1) if note.reference and block.meets(note.span))
    number = next(numbers, 0)
    return f"#ref-{number}" if number else ""


def find_strokes(doc: Document) -> tuple[Stroke, ...]:
    """What the document itself says of its text: marks, notes and what refers to them."""
    tied = {note.reference: number for number, note in enumerate(doc.notes, start=1) if note.reference}
    marks = tuple(
        Stroke(span=mark.span, kind=mark.kind, ident=f"ref-{tied[mark.span]}", href=f"#note-{tied[mark.span]}")
        if mark.span in tied
        else Stroke(span=mark.span, kind=mark.kind)
        for mark in doc.marks
    )
    notes = (
        Stroke(span=note.span, kind="note-text", ident=f"note-{number}")
        for number, note in enumerate(doc.notes, start=1)
    )
    return (*marks, *notes)


def _name_sentences(block: str, span: Span, starts: Sequence[int]) -> dict[int, str]:
    if not starts:
        return {}
    inside = starts[bisect_right(starts, span.start) : bisect_left(starts, span.end)]
    return {start: f"{block}.s{number}" for number, start in enumerate((span.start, *inside), start=1)}


def set_span(text: str, span: Span, strokes: Sequence[Stroke], anchors: Mapping[int, str] = _NONE) -> Markup:
    """The characters of a span, cut where a stroke begins or ends; `anchors` name places in it."""
    edges = {span.start, span.end, *anchors}
    for stroke in strokes:
        edges |= {max(span.start, stroke.span.start), min(span.end, stroke.span.end)}
    parts = []
    for start, end in pairwise(sorted(edges)):
        if start in anchors:
            parts.append(Markup('<span id="{}"></span>').format(anchors[start]))
        over = [stroke for stroke in strokes if stroke.span.start <= start and end <= stroke.span.end]
        parts.append(_set_piece(text[start:end], over, start) if over else escape(text[start:end]))
    return Markup("").join(parts)


def _set_piece(text: str, over: Sequence[Stroke], start: int) -> Markup:
    ident = next((stroke.ident for stroke in over if stroke.ident and stroke.span.start == start), "")
    href = next((stroke.href for stroke in reversed(over) if stroke.href), "")
    kinds = " ".join(dict.fromkeys(stroke.kind for stroke in over))
    tag = "a" if href else "mark" if any(_MARKED & set(stroke.kind.split()) for stroke in over) else "span"
    label = next((stroke.label for stroke in over if stroke.label), "")
    attributes = {"class": kinds, "id": ident, "href": href, "title": label}
    written = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items() if value)
    return Markup("<{}{}>{}</{}>").format(Markup(tag), written, text, Markup(tag))  # noqa: S704 - one of three tags


def _fill_gaps(doc: Document) -> list[tuple[BlockKind, Span]]:
    blocks: list[tuple[BlockKind, Span]] = []
    place = 0
    for block in doc.blocks:
        if doc.text[place : block.span.start].strip():
            blocks.append(("paragraph", Span(start=place, end=block.span.start)))
        blocks.append((block.kind, block.span))
        place = block.span.end
    if doc.text[place:].strip():
        blocks.append(("paragraph", Span(start=place, end=len(doc.text))))
    return blocks


def _sort_into(blocks: Sequence[tuple[BlockKind, Span]], strokes: Iterable[Stroke]) -> list[list[Stroke]]:
    ends = [span.end for _, span in blocks]
    sorted_strokes: list[list[Stroke]] = [[] for _ in blocks]
    for stroke in strokes:
        number = bisect_left(ends, stroke.span.start + 1)
        while number < len(blocks) and blocks[number][1].meets(stroke.span):
            sorted_strokes[number].append(stroke)
            number += 1
    return sorted_strokes
