"""The sentence around a quotation.

What a quotation holds never ends the sentence around it, except by the mark it ends with.
"""

import re

from onrecord.attribute.words import load_sentence_words
from onrecord.model import Span

_BLANK = re.compile(r"\n\s*\n")
_MARKS = "\"\u201c\u201d\u2018\u2019'\u00ab\u00bb\u201e"
_END = re.compile(rf"[.!?\u2026]+[{_MARKS})\]]*\s+(?=[{_MARKS}(\[]*[^\W_a-z])")
_LAST_WORD = re.compile(r"[\w.]+\Z")
_WORD_REACH = 12
_PARAGRAPH_REACH = 4000


def find_gaps(text: str, quotation: Span, hidden: tuple[Span, ...]) -> tuple[Span, ...]:
    """The writer's own words in the sentence of a quotation: what no span of `hidden` covers, in order."""
    sentence = _find_sentence(text, quotation, hidden)
    gaps = []
    start = sentence.start
    for span in hidden:
        if span.end <= sentence.start or span.start >= sentence.end:
            continue
        if span.start > start:
            gaps.append(Span(start=start, end=span.start))
        start = max(start, span.end)
    if start < sentence.end:
        gaps.append(Span(start=start, end=sentence.end))
    return tuple(gaps)


def _find_sentence(text: str, quotation: Span, hidden: tuple[Span, ...]) -> Span:
    paragraph = _find_paragraph(text, quotation)
    masked = _mask(text, paragraph, hidden)
    start, end = paragraph.start, paragraph.end
    for stop in _END.finditer(masked):
        if masked[stop.start()] == "." and _is_abbreviation(masked, stop.start()):
            continue
        place = paragraph.start + stop.end()
        if place <= quotation.start:
            start = place
        elif place >= quotation.end:
            end = place
            break
    return Span(start=start, end=end)


def _find_paragraph(text: str, quotation: Span) -> Span:
    """The paragraphs that hold the quotation."""
    before = list(_BLANK.finditer(text, max(0, quotation.start - _PARAGRAPH_REACH), quotation.start))
    after = _BLANK.search(text, quotation.end, quotation.end + _PARAGRAPH_REACH)
    start = before[-1].end() if before else max(0, quotation.start - _PARAGRAPH_REACH)
    return Span(start=start, end=after.start() if after else min(len(text), quotation.end + _PARAGRAPH_REACH))


def _mask(text: str, paragraph: Span, hidden: tuple[Span, ...]) -> str:
    """The paragraph with hidden words as `x`, but for the stop and the mark that end them, and brackets as spaces."""
    masked = paragraph.slice(text)
    for span in hidden:
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        if start >= end:
            continue
        shown = 0 if text[end - 1] == "]" else min(2, end - start)
        filler = " " if shown == 0 else "x"
        kept = text[end - shown : end]
        first, last = start - paragraph.start, end - paragraph.start
        masked = masked[:first] + filler * (end - start - shown) + kept + masked[last:]
    return masked


def _is_abbreviation(masked: str, dot: int) -> bool:
    word = _LAST_WORD.search(masked, max(0, dot - _WORD_REACH), dot)
    if word is None:
        return False
    plain = word[0].lower().strip(".")
    initial = len(plain) == 1 and word[0][-1].isupper() and plain != "i"
    return initial or plain in load_sentence_words().abbreviations
