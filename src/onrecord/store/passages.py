"""Passages by their id, and passages that answer a search."""

import re

from onrecord.errors import UnknownId
from onrecord.model import Document, Passage, Span

# A line of context on either side, as a reader of a concordance expects.
CONTEXT = 80
_ID = re.compile(r"p(?P<version>[0-9a-f]+)\.(?P<start>\d{1,9})-(?P<end>\d{1,9})")


def parse_passage_id(given: str) -> tuple[str, Span]:
    """The version's id and the span that a passage's id names; raises UnknownId."""
    match = _ID.fullmatch(given)
    if match is None:
        raise UnknownId(given)
    return f"v{match['version']}", Span(start=int(match["start"]), end=int(match["end"]))


def get_passage(doc: Document, span: Span) -> Passage:
    """The passage at a span of a document, with what stands around it."""
    return Passage(
        id=f"p{doc.version.removeprefix('v')}.{span.start}-{span.end}",
        document=doc.id,
        version=doc.version,
        title=doc.title,
        form=doc.form,
        speaker=doc.speaker,
        date=doc.date,
        completeness=doc.completeness,
        span=span,
        text=span.slice(doc.text),
        prefix=doc.text[max(0, span.start - CONTEXT) : span.start],
        suffix=doc.text[span.end : span.end + CONTEXT],
    )
