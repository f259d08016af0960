"""Where the words of an older version stand in a newer one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.model import Document, Span
from onrecord.trace.words import Words, find_words

# Words this many on either side tell one place from another.
_CONTEXT = 12
# A shorter run may stand anywhere by chance; one of the words beside it must be the same.
_TELLING = 5


def find_same_place(before: Document, span: Span, after: Document) -> Span | None:
    """Where the very words of `span` stand in the newer text; None where they are gone, or where that is not certain.

    Typography may differ. Of several places the one with the same words around it is meant; where the context does not
    tell them apart, their order does if there are as many as there were.
    """
    ours, theirs = find_words(before.text), find_words(after.text)
    first, end = bisect_right(ours.ends, span.start), bisect_left(ours.starts, span.end)
    if first >= end:
        return None
    places = list(_find_places(theirs, ours.forms[first:end]))
    scores = [_score(ours, first, end, theirs, place) for place in places]
    place = _choose(places, scores, list(_find_places(ours, ours.forms[first:end])), first)
    if place is None or (end - first < _TELLING and not scores[places.index(place)]):
        return None
    return _trim(
        before.text, span, after.text, Span(start=theirs.starts[place], end=theirs.ends[place + end - first - 1])
    )


def _find_places(words: Words, wanted: tuple[str, ...]) -> Iterator[int]:
    for place in range(len(words) - len(wanted) + 1):
        if words.forms[place] == wanted[0] and words.forms[place : place + len(wanted)] == wanted:
            yield place


def _score(ours: Words, first: int, end: int, theirs: Words, place: int) -> int:
    """How many words beside the two places are the same, one after the other."""
    other_end = place + end - first
    before = zip(
        ours.forms[max(0, first - _CONTEXT) : first][::-1], theirs.forms[:place][: -_CONTEXT - 1 : -1], strict=False
    )
    after = zip(ours.forms[end : end + _CONTEXT], theirs.forms[other_end : other_end + _CONTEXT], strict=False)
    edges = (first == place == 0) + (end == len(ours) and other_end == len(theirs))
    return _count_same(before) + _count_same(after) + edges


def _count_same(pairs: Iterator[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _choose(places: list[int], scores: list[int], earlier: list[int], first: int) -> int | None:
    best = [place for place, score in zip(places, scores, strict=True) if score == max(scores)]
    if len(best) == 1:
        return best[0]
    # As many places as before, of which none moved past another.
    return places[earlier.index(first)] if len(places) == len(earlier) and places else None


def _trim(before: str, span: Span, after: str, words: Span) -> Span:
    """The same characters where they stand there, else the whole words."""
    text = span.slice(before)
    start = after.find(text, max(0, words.start - len(text)), words.end + len(text))
    exact = Span(start=start, end=start + len(text))
    return exact if start >= 0 and (exact.holds(words) or words.holds(exact)) else words
