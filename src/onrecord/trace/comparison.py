"""A quotation and a passage side by side: every difference of words as an edit."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from onrecord.model import Edit, EditKind, Span
from onrecord.trace.kinds import count_negations, find_kind
from onrecord.trace.names import is_name
from onrecord.trace.quoted import Quoted, QuotedMark
from onrecord.trace.variants import is_variant
from onrecord.trace.words import Words, find_words

_PEEL = 3


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The passage's words, found in the text of its document; word 0 stands at the place `first` of the stream."""

    text: str
    words: Words
    first: int


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the quotation (words `low` to `high`) beside a stretch of the source; `pairs` are words that agree.

    The numbers of source words count from the source's first.
    """

    quoted: Quoted
    source: Source
    low: int
    high: int
    pairs: tuple[tuple[int, int], ...]
    passage: int = 0


def find_edits(comparison: Comparison, is_known: Callable[[str], bool]) -> list[Edit]:
    """Every difference of words, and every mark of the quotation that is not the source's own, in order."""
    marks = [mark for mark in comparison.quoted.marks if comparison.low <= mark.at <= comparison.high]
    at, place = comparison.low, 0
    edits: list[Edit] = []
    for word, where in (*comparison.pairs, (comparison.high, len(comparison.source.words))):
        here = [mark for mark in marks if at <= mark.at <= word and not mark.inside]
        if word > at or where > place or here:
            edits += _compare_gap(comparison, is_known, (at, word), (place, where), here)
        at, place = word + 1, where + 1
    edits += _find_inside(comparison, marks)
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
    edit = _compare_mark(comparison, mark, left, right)
    if edit is not None:
        yield edit
    yield from _compare_gap(comparison, is_known, (mark.at, quoted[1]), (right, source[1]), marks[1:])


def _compare_mark(comparison: Comparison, mark: QuotedMark, left: int, right: int) -> Edit | None:
    """The edit that a mark shows, `None` where the source has the same mark or a break hides nothing."""
    forms = comparison.source.words.forms[left:right]
    gap = _get_gap(comparison.source, left, right)
    if mark.kind == "bracket" and (_has_layer(gap, mark.forms) or (forms == mark.forms and "[" in gap)):
        return None
    if mark.kind == "ellipsis" and left == right and any(sign in gap for sign in ("…", "...", ". .")):
        return None
    if mark.kind in {"break", "note"} and (left == right or forms == mark.forms):
        return None
    if mark.kind == "sic":
        kind: EditKind = "editorial"
    else:
        same = (left == right and mark.kind == "ellipsis") or (mark.kind == "bracket" and forms == mark.forms)
        kind = "punctuation" if same else "other"
    return Edit(
        kind=kind,
        quoted=mark.span.slice(comparison.quoted.text),
        source=_get_words(comparison.source, left, right).slice(comparison.source.text),
        quotation_span=mark.span,
        source_span=_get_words(comparison.source, left, right),
        marked=True,
        passage=comparison.passage,
    )


def _find_inside(comparison: Comparison, marks: Sequence[QuotedMark]) -> Iterator[Edit]:
    places = dict(comparison.pairs)
    for mark in marks:
        if mark.inside and mark.at in places:
            span = _get_words(comparison.source, places[mark.at], places[mark.at] + 1)
            source = span.slice(comparison.source.text)
            if "[" not in source:
                yield Edit(
                    kind="punctuation",
                    quoted=mark.span.slice(comparison.quoted.text),
                    source=source,
                    quotation_span=mark.span,
                    source_span=span,
                    marked=True,
                    passage=comparison.passage,
                )


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
    span = _get_span(ours.words, *quoted, len(ours.text))
    source_span = _get_words(theirs, *source)
    forms = ours.words.forms[slice(*quoted)]
    if _is_stutter(ours.words.forms, quoted, source) or _is_stutter(theirs.words.forms, source, quoted):
        kind: EditKind = "variant"
    elif forms and source[0] == source[1] and _has_layer(_get_gap(theirs, *source), forms):
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
    return _has_layer(_get_gap(comparison.source, place, place), words.forms[slice(*quoted)])


def _is_stutter(forms: Sequence[str], here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether words that only one side has repeat their neighbours; a doubled negation is no stutter."""
    first, last = here
    size = last - first
    if not size or there[0] != there[1] or count_negations(forms[first:last]):
        return False
    return forms[first:last] in {forms[max(0, first - size) : first], forms[last : last + size]}


def _get_words(source: Source, left: int, right: int) -> Span:
    return _get_span(source.words, left, right, len(source.text))


def _get_span(words: Words, first: int, last: int, end: int) -> Span:
    if first < last:
        return Span(start=words.starts[first], end=words.ends[last - 1])
    place = words.starts[first] if first < len(words) else (words.ends[-1] if len(words) else end)
    return Span(start=place, end=place)


def _get_gap(source: Source, left: int, right: int) -> str:
    """The characters from the end of the word before to the start of the word after."""
    start = source.words.ends[left - 1] if left else source.words.starts[0]
    end = source.words.starts[right] if right < len(source.words) else source.words.ends[-1]
    return source.text[start:end]


def _has_layer(gap: str, forms: Sequence[str]) -> bool:
    """Whether a gap between two words of the source holds the editor's text that these words repeat."""
    return bool(forms) and find_words(gap).forms == tuple(forms)
