"""Silent edits: a new version that changes what somebody may have quoted."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.attribute import find_quotations
from onrecord.attribute.mentions import find_mentions
from onrecord.attribute.sentences import find_sentence_ends
from onrecord.date import find_dates
from onrecord.keep.comparison import compare_documents
from onrecord.model import Change, Document, Finding, Person, Span, Where

# A page that was written anew is one finding with a count, not hundreds.
MOST_FINDINGS = 20
_CONTEXT = 40
_WORD = re.compile(r"(?<![\w'\u2019])[^\W\d_]{2,}")
_MARKS = "\"'\u201c\u2018\u00ab(["
# A document in these forms holds its speaker's own words, in marks or not.
_OWN_WORDS = frozenset({"transcript", "message", "subtitles"})


class Touchable(msgspec.Struct, frozen=True, kw_only=True):
    """The places of a text that a reader may have relied on, by what they are."""

    text: str
    places: dict[str, tuple[Span, ...]]


def find_silent_edits(before: Document, after: Document, people: tuple[Person, ...]) -> tuple[Finding, ...]:
    """A finding for each change of a quotation, a date or a name, which quotes what stood there and what stands there.

    In a transcript or a message every word is quoted. Names are those of `people`, and words with a capital that do
    not begin a sentence.
    """
    comparison = compare_documents(before, after)
    found = [
        _report(after, f"the {each.field} was {each.before or 'unknown'!r} and is {each.after or 'unknown'!r}")
        for each in comparison.restated
        if each.field in {"date", "speaker"}
    ]
    if comparison.changes:
        ours, theirs = _find_places(before, people), _find_places(after, people)
        changes = _join_near(comparison.changes, before.text, after.text)
        found += _find_touching(after, changes, ours, theirs)
    return tuple(found)


def _find_touching(after: Document, changes: list[Change], ours: Touchable, theirs: Touchable) -> Iterator[Finding]:
    told = 0
    for number, change in enumerate(changes):
        if told == MOST_FINDINGS:
            yield _report(after, f"{len(changes) - number} more changes: see `onrecord diff {after.id}`")
            return
        kinds = [
            kind
            for kind, spans in ours.places.items()
            if _touches(change.before_span, spans) or _touches(change.after_span, theirs.places[kind])
        ]
        if kinds:
            told += 1
            was, now = _quote(ours.text, change.before_span), _quote(theirs.text, change.after_span)
            span = change.after_span if change.added else None
            yield _report(after, f"{' and '.join(kinds)} changed without a word: {was} became {now}", span)


def _join_near(changes: tuple[Change, ...], before: str, after: str) -> list[Change]:
    """The changes, those with a single word between them as one: `stone by stone` became `brick by brick`."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else change
        between = before[last.before_span.end : change.before_span.start].split()
        if joined and len(between) <= 1:
            joined[-1] = _build_change(before, after, last, change)
        else:
            joined.append(change)
    return joined


def _build_change(before: str, after: str, first: Change, last: Change) -> Change:
    before_span = Span(start=first.before_span.start, end=last.before_span.end)
    after_span = Span(start=first.after_span.start, end=last.after_span.end)
    return Change(
        removed=before_span.slice(before),
        added=after_span.slice(after),
        before_span=before_span,
        after_span=after_span,
    )


def _find_places(doc: Document, people: tuple[Person, ...]) -> Touchable:
    dates = find_dates(doc.text)
    if doc.form in _OWN_WORDS and doc.speaker:
        quoted: tuple[Span, ...] = (Span(start=0, end=len(doc.text)),)
    else:
        quoted = tuple(span for each in find_quotations(doc, people=people, dates=dates) for span in each.pieces)
    names = (*(mention.span for mention in find_mentions(doc.text, people)), *_find_capitalised(doc.text))
    days = tuple(clue.span for clue in dates if clue.span is not None)
    return Touchable(text=doc.text, places={"a quotation": quoted, "a date": days, "a name": names})


def _find_capitalised(text: str) -> Iterator[Span]:
    starts = {0, *find_sentence_ends(text, ())}
    for word in _WORD.finditer(text):
        start = word.start()
        # A sentence may begin with a mark of quotation.
        while start and text[start - 1] in _MARKS:
            start -= 1
        if word[0][0].isupper() and start not in starts:
            yield Span(start=word.start(), end=word.end())


def _touches(change: Span, spans: tuple[Span, ...]) -> bool:
    """Whether the change takes words from a span or puts words into it."""
    if len(change):
        return any(span.meets(change) for span in spans)
    return any(span.start < change.start < span.end for span in spans)


def _quote(text: str, span: Span) -> str:
    """The words with some of those around them."""
    start = max(0, span.start - _CONTEXT)
    start = text.find(" ", start, span.start) + 1 if start else 0
    end = min(len(text), span.end + _CONTEXT)
    end = text.rfind(" ", span.end, end) if end < len(text) else end
    cut = Span(start=max(start, 0), end=max(end, span.end))
    words = " ".join(cut.slice(text).split())
    return f"\u201c{'… ' if cut.start else ''}{words}{' …' if cut.end < len(text) else ''}\u201d"


def _report(doc: Document, message: str, span: Span | None = None) -> Finding:
    where = Where(document=doc.id, span=span)
    return Finding(code="version-silent-edit", level="problem", message=message, where=where)
