"""Question marks that were changed, dropped or added: they change no word, and are always shown."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Edit, Span
from onrecord.trace.pairing import Comparison
from onrecord.trace.quoted import QuotedMark

# Signs after the last word that may hold a question mark.
_AFTER = 4
_SIGNS = re.compile(r"[^\w]*")
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_STOP = re.compile(r"[.!;:,\u2026]")


def find_questions(comparison: Comparison, marks: Sequence[QuotedMark]) -> Iterator[Edit]:
    """The question marks that only one side has between words that agree, but for gaps that the quotation marks."""
    words = comparison.source.words
    stretch = comparison.source.text[words.starts[0] : words.ends[-1] + _AFTER]
    if "?" not in comparison.quoted.text and "?" not in stretch:
        return
    marked = {mark.at for mark in marks}
    followed = {*comparison.pairs, (comparison.high, len(words))}
    for word, place in comparison.pairs:
        if (word + 1, place + 1) in followed and word + 1 not in marked:
            edit = _compare_signs(comparison, word, place)
            if edit is not None:
                yield edit


def _compare_signs(comparison: Comparison, word: int, place: int) -> Edit | None:
    """The edit where only one side asks after two agreeing words."""
    ours, theirs = comparison.quoted, comparison.source
    here = _find_signs(ours.text, ours.words.ends[word])
    there = _find_signs(theirs.text, theirs.words.ends[place])
    span, source_span = _find_sign(ours.text, here), _find_sign(theirs.text, there)
    quoted, source = span.slice(ours.text), source_span.slice(theirs.text)
    if (quoted == "?") == (source == "?"):
        return None
    return Edit(
        kind="punctuation",
        quoted=quoted,
        source=source,
        quotation_span=span,
        source_span=source_span,
        passage=comparison.passage,
    )


def _find_signs(text: str, end: int) -> Span:
    """What stands between the end of a word and the next word or bracket."""
    match = _SIGNS.match(text, end)
    assert match is not None  # noqa: S101 - it matches nothing too
    bracket = _BRACKETED.search(text, end)
    return Span(start=end, end=min(match.end(), bracket.start()) if bracket else match.end())


def _find_sign(text: str, signs: Span) -> Span:
    """The question mark among the signs; else their first stop, else the empty place where one would be."""
    at = text.find("?", signs.start, signs.end)
    if at < 0:
        match = _STOP.search(text, signs.start, signs.end)
        at = match.start() if match else -1
    return Span(start=at, end=at + 1) if at >= 0 else Span(start=signs.start, end=signs.start)
