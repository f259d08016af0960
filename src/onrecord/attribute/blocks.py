"""Block quotations: paragraphs set apart as quoted, which need no marks."""

import re

from onrecord.attribute.brackets import Claim
from onrecord.attribute.pairing import Quoted
from onrecord.model import Document, Span

_DASH = "\u2013\u2014\u2015"
# ... its last words may say whose they are: "We rise. — Lincoln, 1862"
_SIGNED = re.compile(rf"(?<=[.!?\u2026\u201d\"])\s+(?:[{_DASH}]|--)\s*[^\W\d_a-z][^.!?]{{0,80}}[.]?\Z")


def find_quote_blocks(doc: Document) -> frozenset[Span]:
    """The spans of the paragraphs that the page sets apart as quoted."""
    return frozenset(block.span for block in doc.blocks if block.kind == "quote")


def quote_block(text: str, block: Span, quoted: tuple[Quoted, ...], claims: tuple[Claim, ...]) -> tuple[Quoted, ...]:
    """The quotation that a block quotation is: the whole of it, or what stands between marks around the whole.

    `quoted` is what stands between marks inside it. A block that begins with a dash only says whose words stand above.
    """
    if text[block.start] in _DASH:
        return ()
    end = next((claim.span.start for claim in claims if claim.span.end == block.end), block.end)
    signed = _SIGNED.search(text, block.start, end)
    words = Span(start=block.start, end=signed.start() if signed else end)
    words = Span(start=words.start, end=words.start + len(words.slice(text).rstrip()))
    if len(quoted) == 1 and quoted[0].outer == words:
        return quoted
    return (Quoted(inner=words, outer=words, is_block=True),)
