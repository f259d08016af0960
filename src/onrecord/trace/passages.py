"""Passages of the record, made from placements."""

from onrecord.model import Passage, Span
from onrecord.trace.heads import Head
from onrecord.trace.index import Index
from onrecord.trace.library import Library
from onrecord.trace.placement import Placement
from onrecord.trace.quoted import Quoted
from onrecord.trace.source import Source

# As much text on either side as annotation servers commonly keep (Hypothesis: 32 characters; here a line).
_AROUND = 80


def get_head(placement: Placement, index: Index) -> Head:
    """The document in which a placement lies."""
    return index.segments[placement.segment].get_head(placement.row)


def read_source(placement: Placement, index: Index, library: Library, *, margin: int = 0) -> Source:
    """The words of the document over which a placement reaches, and a few more at either end."""
    segment = index.segments[placement.segment]
    base = segment.bounds[placement.row]
    first = max(base, placement.start - margin)
    last = min(segment.bounds[placement.row + 1] - 1, placement.end + margin)
    text = library.get_text(segment.numbers[placement.row])
    return Source(text=text, words=segment.read_words(placement.row, text, first - base, last - base), first=first)


def make_passage(placement: Placement, source: Source, quoted: Quoted, head: Head, *, copy_of: int = -1) -> Passage:
    """The passage with its surroundings; the full stop or the closing mark after its last word is not part of it."""
    span = Span(start=source.words.starts[0], end=source.words.ends[-1])
    words = quoted.words
    return Passage(
        id=f"p{head.version.removeprefix('v')}.{span.start}-{span.end}",
        document=head.document,
        version=head.version,
        title=head.title,
        form=head.form,
        speaker=head.speaker,
        date=head.date,
        completeness=head.completeness,
        span=span,
        text=span.slice(source.text),
        prefix=source.text[max(0, span.start - _AROUND) : span.start],
        suffix=source.text[span.end : span.end + _AROUND],
        quotation_span=Span(start=words.starts[placement.low], end=words.ends[placement.high - 1]),
        copy_of=copy_of,
    )
