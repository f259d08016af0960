"""Paragraphs: what stands between blank lines."""

import re

from onrecord.model import Span

_BLANK = re.compile(r"\n\s*\n\s*|\Z")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The spans of the paragraphs, in order."""
    spans = []
    start = 0
    for blank in _BLANK.finditer(text):
        if blank.start() > start:
            spans.append(Span(start=start, end=blank.start()))
        start = blank.end()
    return tuple(spans)
