"""What differs between two versions of a document, word by word."""

from itertools import pairwise

from onrecord.keep.fields import FIELDS, get_value
from onrecord.keep.matching import Stretch, find_differing
from onrecord.model import Change, Comparison, Document, Restatement, Span
from onrecord.trace.words import Words, find_words


def compare_documents(before: Document, after: Document) -> Comparison:
    """The words removed and added, the fields read otherwise, and how many differences are of typography only."""
    ours, theirs = find_words(before.text), find_words(after.text)
    differing = find_differing(ours.forms, theirs.forms)
    return Comparison(
        document=after.id,
        before=before.version,
        after=after.version,
        changes=tuple(_build_change(before.text, after.text, ours, theirs, stretch) for stretch in differing),
        restated=_find_restated(before, after),
        typography=_count_typography(before.text, after.text, ours, theirs, differing),
    )


def _find_restated(before: Document, after: Document) -> tuple[Restatement, ...]:
    pairs = ((field, get_value(before, field), get_value(after, field)) for field in FIELDS)
    return tuple(Restatement(field=field, before=one, after=other) for field, one, other in pairs if one != other)


def _build_change(before: str, after: str, ours: Words, theirs: Words, stretch: Stretch) -> Change:
    before_span = _get_span(ours, stretch.start, stretch.end)
    after_span = _get_span(theirs, stretch.other, stretch.other_end)
    return Change(
        removed=before_span.slice(before),
        added=after_span.slice(after),
        before_span=before_span,
        after_span=after_span,
    )


def _get_span(words: Words, first: int, end: int) -> Span:
    """Where the words stand; for no words the place behind the word before."""
    if first < end:
        return Span(start=words.starts[first], end=words.ends[end - 1])
    place = words.ends[first - 1] if first else 0
    return Span(start=place, end=place)


def _count_typography(before: str, after: str, ours: Words, theirs: Words, differing: tuple[Stretch, ...]) -> int:
    """How many of the same words differ in case or signs, and how many gaps between them in more than spacing."""
    count = 0
    at = place = 0
    for stretch in (*differing, Stretch(start=len(ours), end=len(ours), other=len(theirs), other_end=len(theirs))):
        numbers = list(zip(range(at, stretch.start), range(place, stretch.other), strict=True))
        count += sum(_slice(before, ours, one) != _slice(after, theirs, other) for one, other in numbers)
        for (one, other), (one_next, other_next) in pairwise(numbers):
            gap = before[ours.ends[one] : ours.starts[one_next]]
            count += gap.split() != after[theirs.ends[other] : theirs.starts[other_next]].split()
        at, place = stretch.end, stretch.other_end
    return count


def _slice(text: str, words: Words, number: int) -> str:
    return text[words.starts[number] : words.ends[number]]
