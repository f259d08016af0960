"""Where in a document's text something stands that stood somewhere in its source."""

from bisect import bisect_right

import msgspec

from onrecord.model import Cue, Link, Segment, Span


def place_links(links: tuple[Link, ...], segments: tuple[Segment, ...]) -> tuple[Link, ...]:
    """The links whose words are in the text, with their spans there; all others are left out."""
    ordered = _order(segments)
    placed = ((link, _place(link.span, ordered)) for link in links)
    return tuple(msgspec.structs.replace(link, span=span) for link, span in placed if span)


def place_cues(cues: tuple[Cue, ...], segments: tuple[Segment, ...]) -> tuple[Cue, ...]:
    """The cues whose words are in the text, with their spans there; all others are left out."""
    ordered = _order(segments)
    placed = ((cue, _place(cue.span, ordered)) for cue in cues)
    return tuple(msgspec.structs.replace(cue, span=span) for cue, span in placed if span)


def _order(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments in the order of the source: a title may stand before the date that is printed above it."""
    return tuple(sorted(segments, key=lambda segment: segment.source_start))


def _place(span: Span, segments: tuple[Segment, ...]) -> Span | None:
    start = _locate(span.start, segments)
    last = _locate(span.end - 1, segments)
    return None if start is None or last is None or last < start else Span(start=start, end=last + 1)


def _locate(offset: int, segments: tuple[Segment, ...]) -> int | None:
    index = bisect_right(segments, offset, key=lambda segment: segment.source_start) - 1
    if index < 0 or offset >= segments[index].source_start + segments[index].length:
        return None
    return segments[index].text_start + offset - segments[index].source_start
