"""A quotation and a passage side by side: every difference of words as an edit."""

from collections.abc import Callable, Iterator, Sequence

from onrecord.model import Edit, EditKind
from onrecord.trace.kinds import count_negations, find_kind
from onrecord.trace.marked import compare_mark, find_inside
from onrecord.trace.names import is_name
from onrecord.trace.pairing import Comparison
from onrecord.trace.questions import find_questions
from onrecord.trace.quoted import QuotedMark
from onrecord.trace.source import find_span, has_layer
from onrecord.trace.variants import is_variant

_PEEL = 3


def find_edits(comparison: Comparison, is_known: Callable[[str], bool]) -> list[Edit]:
    """Every difference of words, and every mark of the quotation that is not the source's own, in order."""
    marks = [mark for mark in comparison.quoted.marks if comparison.low <= mark.at <= comparison.high]
    at, place = comparison.low, 0
    edits: list[Edit] = []
    for word, where in (*comparison.pairs, (comparison.high, len(comparison.source.words))):
        here = [mark for mark in marks if at <= mark.at <= word and not mark.inside] if marks else []
        if word > at or where > place or here:
            edits += _compare_gap(comparison, is_known, (at, word), (place, where), here)
        at, place = word + 1, where + 1
    edits += find_inside(comparison, marks)
    edits += find_questions(comparison, marks)
    return sorted(edits, key=lambda edit: (edit.quotation_span, edit.source_span))


def _compare_gap(
    comparison: Comparison,
    is_known: Callable[[str], bool],
    quoted: tuple[int, int],
    source: tuple[int, int],
    marks: Sequence[QuotedMark],
) -> Iterator[Edit]:
    """The edits between two agreeing words. What stands beside a mark is set against as many words of the source."""
    if not marks:
        yield from _compare_words(comparison, is_known, quoted, source)
        return
    mark = marks[0]
    left = min(source[0] + mark.at - quoted[0], source[1])
    takes = mark.kind in {"ellipsis", "bracket", "break", "note"}
    right = max(left, source[1] - (quoted[1] - mark.at)) if takes else left
    yield from _compare_words(comparison, is_known, (quoted[0], mark.at), (source[0], left))
    edit = compare_mark(comparison, mark, left, right)
    if edit is not None:
        yield edit
    yield from _compare_gap(comparison, is_known, (mark.at, quoted[1]), (right, source[1]), marks[1:])


def _compare_words(
    comparison: Comparison, is_known: Callable[[str], bool], quoted: tuple[int, int], source: tuple[int, int]
) -> Iterator[Edit]:
    """The edits between two runs without a mark: variants at either end apart, equal lengths word by word."""
    if quoted[0] == quoted[1] and source[0] == source[1]:
        return
    ours = comparison.quoted.words.forms[slice(*quoted)]
    theirs = comparison.source.words.forms[slice(*source)]
    steps = [(len(ours), len(theirs))]
    if not is_variant(ours, theirs):
        if len(ours) == len(theirs):
            steps = [(1, 1)] * len(ours)
        elif ours and theirs:
            steps = _peel(ours, theirs)
    at, place = quoted[0], source[0]
    for size, other in steps:
        if not other and _is_bracketed(comparison, (at, at + size), place):
            at += size
            continue
        if size != 1 or other != 1 or ours[at - quoted[0]] != theirs[place - source[0]]:
            yield _make_edit(comparison, is_known, (at, at + size), (place, place + other))
        at, place = at + size, place + other


def _peel(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[tuple[int, int]]:
    """How many words of each side make an edit, in order: listed variants and joined words first."""
    for size in range(1, min(_PEEL, len(ours)) + 1):
        for other in range(1, min(_PEEL, len(theirs)) + 1):
            if (size, other) == (len(ours), len(theirs)):
                continue
            if is_variant(ours[:size], theirs[:other]):
                return [(size, other), *_peel(ours[size:], theirs[other:])]
            if is_variant(ours[-size:], theirs[-other:]):
                return [*_peel(ours[:-size], theirs[:-other]), (size, other)]
    return [(len(ours), len(theirs))]


def _make_edit(
    comparison: Comparison, is_known: Callable[[str], bool], quoted: tuple[int, int], source: tuple[int, int]
) -> Edit:
    ours, theirs = comparison.quoted, comparison.source
    span = find_span(ours.words, *quoted, len(ours.text))
    source_span = theirs.find_span(*source)
    forms = ours.words.forms[slice(*quoted)]
    if _is_stutter(ours.words.forms, quoted, source) or _is_stutter(theirs.words.forms, source, quoted):
        kind: EditKind = "variant"
    elif forms and source[0] == source[1] and has_layer(theirs.get_gap(*source), forms):
        kind = "editorial"
    else:
        names = any(is_name(ours.text, ours.words.starts[word]) for word in range(*quoted)) or any(
            is_name(theirs.text, theirs.words.starts[word]) for word in range(*source)
        )
        kind = find_kind(forms, theirs.words.forms[slice(*source)], names=names, is_known=is_known)
    return Edit(
        kind=kind,
        quoted=span.slice(ours.text),
        source=source_span.slice(theirs.text),
        quotation_span=span,
        source_span=source_span,
        passage=comparison.passage,
    )


def _is_bracketed(comparison: Comparison, quoted: tuple[int, int], place: int) -> bool:
    """Whether words that the source lacks are an insertion of its editor, kept with the brackets: "(1)"."""
    words, text = comparison.quoted.words, comparison.quoted.text
    first, last = words.starts[quoted[0]], words.ends[quoted[1] - 1]
    if text[first - 1 : first] not in {"(", "["} or text[last : last + 1] not in {")", "]"}:
        return False
    return has_layer(comparison.source.get_gap(place, place), words.forms[slice(*quoted)])


def _is_stutter(forms: Sequence[str], here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether words that only one side has repeat their neighbours; a doubled negation is no stutter."""
    first, last = here
    size = last - first
    if not size or there[0] != there[1] or count_negations(forms[first:last]):
        return False
    return forms[first:last] in {forms[max(0, first - size) : first], forms[last : last + size]}
