"""Quotations that begin or end inside an insertion of the source's editor: "1), yet most of them pay"."""

from onrecord.trace.placement import Placement, Query, cut_placement
from onrecord.trace.source import Source
from onrecord.trace.words import find_words


def trim_edges(query: Query, place: Placement, source: Source) -> Placement:
    """The placement without words at either end that only the editor's insertion next to it has."""
    (word, where), (last, end) = place.pairs[0], place.pairs[-1]
    low, high = place.low, place.high
    before, after = word - low, high - last - 1
    if before and _find_before(source, where - source.first)[-before:] == query.forms[low:word]:
        low = word
    if after and _find_after(source, end - source.first)[:after] == query.forms[last + 1 : high]:
        high = last + 1
    return place if (low, high) == (place.low, place.high) else cut_placement(query, place, low, high)


def _find_before(source: Source, at: int) -> tuple[str, ...]:
    """The editor's words between a word and the one before it."""
    start = source.words.ends[at - 1] if at else 0
    return find_words(source.text, start, source.words.starts[at]).forms


def _find_after(source: Source, at: int) -> tuple[str, ...]:
    """The editor's words between a word and the one after it."""
    end = source.words.starts[at + 1] if at + 1 < len(source.words) else len(source.text)
    return find_words(source.text, source.words.ends[at], end).forms
