"""The sentence around a quotation.

What a quotation holds never ends the sentence around it, except by the mark it ends with.
"""

import re
from bisect import bisect_left, bisect_right

from onrecord.attribute.cues import has_cue
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Span

_MARKS = "\"\u201c\u201d\u2018\u2019'\u00ab\u00bb\u201e"
# A paragraph after a colon, or one that begins with a dash, belongs to the one above: it says whose the words are.
_END = re.compile(
    rf"[.!?\u2026]+(?:[{_MARKS})\]]*\s+(?=[{_MARKS}\[]*[^\W_a-z])|[)\]]*\s+(?=\([{_MARKS}]*[^\W_a-z]))"
    r"|;\s+"
    r"|(?<!:)\n\s*\n\s*(?![\s\u2013-\u2015])"
)
_LAST_WORD = re.compile(r"[\w.]+\Z")
# Lincoln asked in 1861. / Asked President Lincoln.
_ATTRIBUTION = re.compile(r"\s*(?:[^\W\d_][\w.'\u2019-]*\s+){1,4}")
_WORD_REACH = 12
_REACH = 600


def has_sentence_end(text: str) -> bool:
    """Whether a sentence ends inside the text, with another after it."""
    return bool(_find_ends(text))


def find_sentence_ends(text: str, hidden: tuple[Span, ...]) -> tuple[int, ...]:
    """Where sentences end, the space after each included, in order; the end of the text is the last.

    `hidden` holds everything that is quoted or bracketed, in order and disjoint.
    """
    return (*_find_ends(_mask(text, hidden)), len(text))


def find_gaps(text: str, quotation: Span, hidden: tuple[Span, ...], ends: tuple[int, ...]) -> tuple[Span, ...]:
    """The writer's own words in the sentence of a quotation: what no span of `hidden` covers, in order."""
    sentence = _find_sentence(text, quotation, hidden, ends)
    gaps = []
    start = sentence.start
    for span in _get_inside(hidden, sentence):
        if span.start > start:
            gaps.append(Span(start=start, end=span.start))
        start = max(start, span.end)
    if start < sentence.end:
        gaps.append(Span(start=start, end=sentence.end))
    return tuple(gaps)


def merge_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _find_sentence(text: str, quotation: Span, hidden: tuple[Span, ...], ends: tuple[int, ...]) -> Span:
    before = bisect_right(ends, quotation.start) - 1
    start = ends[before] if before >= 0 else 0
    after = min(bisect_left(ends, quotation.end), len(ends) - 1)
    alone = not text[start : quotation.start].strip() and not text[quotation.end : ends[after]].strip()
    if alone and after + 1 < len(ends):
        following = Span(start=ends[after], end=ends[after + 1])
        if _is_attribution(text, following) and not _get_inside(hidden, following):
            return _clip(Span(start=start, end=following.end), quotation)
    return _clip(Span(start=start, end=ends[after]), quotation)


def _clip(sentence: Span, quotation: Span) -> Span:
    """The part of the sentence near the quotation; a table or a list without stops is one sentence of any length."""
    start = max(sentence.start, quotation.start - _REACH)
    return Span(start=start, end=min(sentence.end, quotation.end + _REACH))


def _is_attribution(text: str, sentence: Span) -> bool:
    """Whether the sentence after "Why not?" tells who asked; a new paragraph tells of something else."""
    opening = _ATTRIBUTION.match(text, sentence.start, sentence.end)
    return opening is not None and text[sentence.start - 1] != "\n" and has_cue(opening[0])


def _get_inside(spans: tuple[Span, ...], place: Span) -> tuple[Span, ...]:
    first = max(0, bisect_left(spans, place.start, key=_get_start) - 1)
    last = bisect_left(spans, place.end, key=_get_start)
    return tuple(span for span in spans[first:last] if span.meets(place))


def _get_start(span: Span) -> int:
    return span.start


def _find_ends(masked: str) -> list[int]:
    return [end.end() for end in _END.finditer(masked) if not _is_abbreviation(masked, end.start())]


def _is_abbreviation(masked: str, dot: int) -> bool:
    word = _LAST_WORD.search(masked, max(0, dot - _WORD_REACH), dot) if masked[dot] == "." else None
    if word is None:
        return False
    plain = word[0].lower().strip(".")
    initial = len(plain) == 1 and word[0][-1].isupper() and plain != "i"
    return initial or plain in load_sentence_words().abbreviations


def _mask(text: str, hidden: tuple[Span, ...]) -> str:
    """The text with quoted words as `x`, but for the first and the last with their marks; brackets as spaces."""
    parts = []
    place = 0
    for span in hidden:
        parts += [text[place : span.start], _mask_span(span.slice(text))]
        place = span.end
    return "".join((*parts, text[place:]))


def _mask_span(quoted: str) -> str:
    if quoted.startswith("["):
        return " " * len(quoted)
    if len(quoted) < len("'a.'"):
        return quoted
    return quoted[:2] + "x" * (len(quoted) - 4) + quoted[-2:]
