"""A quotation as it is compared: its own words, and the marks with which its writer shows a change."""

import re
from bisect import bisect_left

import msgspec

from onrecord.model import Quotation, Span
from onrecord.trace.words import Words, find_words

_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?")
# Brackets that stand alone; "[T]he" is one word.
_BRACKET = re.compile(r"(?<!\w)\[[^\[\]]*\](?!\w)|(?<=\w)\[sic\]|\(sic\)|\(\d{1,3}\)", re.IGNORECASE)
_INSIDE = re.compile(r"\[\w+\]\w|\w\[\w*\]")


class QuotedMark(msgspec.Struct, frozen=True, kw_only=True):
    """One mark of the quotation; it stands before the word `at`.

    `inside` counts the quotation's words that the mark touches: 1 for "[T]he", else 0. `forms` are the words in the
    brackets.
    """

    kind: str
    at: int
    span: Span
    inside: int = 0
    forms: tuple[str, ...] = ()


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a quotation without those in its brackets, and its marks in order."""

    text: str
    words: Words
    marks: tuple[QuotedMark, ...] = ()


def read_quoted(quotation: Quotation) -> Quoted:
    """The quotation's words and marks; an ellipsis at either end is typography and no mark."""
    text = quotation.text
    brackets = [match.span() for match in _BRACKET.finditer(text)] if "[" in text or "(" in text else []
    bare = _blank(text, brackets)
    if not any(char.isalnum() for char in bare):
        brackets, bare = [], text
    words = find_words(bare)
    marks = [_read_bracket(text, span, words) for span in brackets if not _ELLIPSIS.fullmatch(text, *span)]
    marks += _find_inside(words, text)
    marks += _find_gaps(text, bare, brackets, words)
    marks += [_place("break", offset, offset, words) for offset in quotation.breaks]
    kept = [mark for mark in marks if mark.kind not in {"ellipsis", "break"} or 0 < mark.at < len(words)]
    return Quoted(text=text, words=words, marks=tuple(sorted(kept, key=lambda mark: (mark.at, mark.span))))


def cut_quoted(quoted: Quoted, low: int, high: int) -> Quoted:
    """The words `low` to `high` (not included) of the same text, without marks."""
    words = quoted.words
    stretch = slice(low, high)
    return Quoted(
        text=quoted.text,
        words=Words(forms=words.forms[stretch], starts=words.starts[stretch], ends=words.ends[stretch]),
    )


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _place(kind: str, start: int, end: int, words: Words, forms: tuple[str, ...] = ()) -> QuotedMark:
    return QuotedMark(kind=kind, at=bisect_left(words.starts, start), span=Span(start=start, end=end), forms=forms)


def _read_bracket(text: str, span: tuple[int, int], words: Words) -> QuotedMark:
    forms = find_words(text, *span).forms
    kind = "note" if text[span[0]] == "(" and forms != ("sic",) else "sic" if forms == ("sic",) else "bracket"
    return _place(kind, *span, words, forms)


def _find_inside(words: Words, text: str) -> list[QuotedMark]:
    if "[" not in text:
        return []
    return [
        QuotedMark(kind="inside", at=at, span=Span(start=start, end=end), inside=1)
        for at, (start, end) in enumerate(zip(words.starts, words.ends, strict=True))
        if _INSIDE.search(text, start, end)
    ]


def _find_gaps(text: str, bare: str, brackets: list[tuple[int, int]], words: Words) -> list[QuotedMark]:
    if "…" not in text and "." not in text:
        return []
    spans = [match.span() for match in _ELLIPSIS.finditer(bare)]
    spans += [span for span in brackets if _ELLIPSIS.fullmatch(text, *span)]
    return [_place("ellipsis", *span, words) for span in spans]
