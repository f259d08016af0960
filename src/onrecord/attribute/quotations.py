"""Every quotation of a document, with what is claimed of it."""

from bisect import bisect_left
from typing import TypeVar

import msgspec

from onrecord.attribute.brackets import Claim, find_bracketed_claims
from onrecord.attribute.claims import Said, find_said
from onrecord.attribute.frames import build_frames
from onrecord.attribute.mentions import Mention, find_mentions, settle
from onrecord.attribute.names import find_people
from onrecord.attribute.pieces import Pieces, join_pieces
from onrecord.attribute.sentences import find_gaps, find_sentence_ends, merge_spans
from onrecord.attribute.signed import find_announced_speaker, find_signed_claims
from onrecord.attribute.stretches import Stretch, find_stretches
from onrecord.model import Clue, Dating, Document, Person, Quotation, Span

_Placed = TypeVar("_Placed", Mention, Clue)
_TRAILING = (",", "?", "!", "\u2014", "\u2013", "-", "\u2026")


class _Page(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a text before any of its quotations is looked at."""

    text: str
    people: tuple[Person, ...]
    hidden: tuple[Span, ...]
    ends: tuple[int, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[Clue, ...]
    brackets: tuple[Claim, ...]


class _Claimed(msgspec.Struct, frozen=True, kw_only=True):
    """What is claimed of one quotation, by its bracket or else by its sentence."""

    by: str = ""
    by_span: Span | None = None
    on: Clue | None = None


def find_quotations(
    doc: Document, *, people: tuple[Person, ...] = (), dates: tuple[Clue, ...] = ()
) -> tuple[Quotation, ...]:
    """Every outermost quotation of the document, in order, with the speaker and the date that the writer claims.

    `dates` are the dates in `doc.text`. A bracket or a signature right after the quotation claims first; what it leaves
    open, the line that announces it or its own sentence may say. `by` is the name of the one person meant; a name that
    may mean several, or nobody of `people`, stands as it is written.
    """
    text = doc.text
    bracketed = find_bracketed_claims(text, people=people, dates=dates)
    brackets = tuple(sorted((*bracketed, *find_signed_claims(text, people=people, dates=dates)), key=_get_place))
    stretches = find_stretches(doc, brackets)
    page = _build_page(text, stretches, brackets, people, dates)
    return tuple(
        _build_quotation(text, pieces, _find_claim(page, pieces))
        for pieces in join_pieces(text, stretches)
        if any(char.isalnum() for each in pieces.quoted for char in each.inner.slice(text))
    )


def _build_page(
    text: str,
    stretches: tuple[Stretch, ...],
    brackets: tuple[Claim, ...],
    people: tuple[Person, ...],
    dates: tuple[Clue, ...],
) -> _Page:
    hidden = merge_spans((*(each.quoted.outer for each in stretches), *(claim.span for claim in brackets)))
    mentions = find_mentions(text, people) if stretches else ()
    ends = find_sentence_ends(text, hidden) if mentions or dates else ()
    return _Page(text=text, people=people, hidden=hidden, ends=ends, mentions=mentions, dates=dates, brackets=brackets)


def _find_claim(page: _Page, pieces: Pieces) -> _Claimed:
    """What the bracket claims, and what the line above or the sentence says where the bracket says nothing."""
    claim = pieces.claim
    above = None if claim else find_announced_speaker(page.text, pieces.start, page.people)
    if not page.ends or (claim is not None and claim.by_span and claim.on):
        return _state(page, claim.by_span if claim else above, claim.on if claim else None)
    gaps = find_gaps(page.text, Span(start=pieces.start, end=pieces.end), page.hidden, page.ends)
    said = _read_sentence(page, pieces, gaps)
    later = claim or _find_later_claim(page, pieces, gaps)
    if later is None or above is not None:
        return _state(page, above, said.date, said.speaker)
    if claim is None and later.by_span is not None and said.speaker is not None:
        # "...," said Lincoln [Kennedy, 1963]
        return _Claimed()
    return _state(page, later.by_span, later.on or said.date, said.speaker)


def _state(page: _Page, by_span: Span | None, on: Clue | None, speaker: Mention | None = None) -> _Claimed:
    if by_span is not None:
        people = find_people(by_span.slice(page.text), page.people)
        return _Claimed(by=_name(page, by_span, people), by_span=by_span, on=on)
    if speaker is None:
        return _Claimed(on=on)
    return _Claimed(by=_name(page, speaker.span, settle(speaker, page.mentions)), by_span=speaker.span, on=on)


def _find_later_claim(page: _Page, pieces: Pieces, gaps: tuple[Span, ...]) -> Claim | None:
    """The bracket after the writer's words that follow the quotation: "...," said Lincoln [1 Dec 1862]."""
    ends = {gap.end for gap in gaps if gap.start == pieces.end}
    return next((claim for claim in page.brackets if claim.span.start in ends), None)


def _read_sentence(page: _Page, pieces: Pieces, gaps: tuple[Span, ...]) -> Said:
    quotation = Span(start=pieces.start, end=pieces.end)
    last = pieces.quoted[-1].inner.slice(page.text)
    trails = last.endswith(_TRAILING) or page.text[pieces.end : pieces.end + 1] == ","
    frames = build_frames(page.text, gaps, quotation, _get_within(page.mentions, gaps), trails=trails)
    return find_said(frames, quotation, _get_within(page.dates, gaps))


def _get_within(things: tuple[_Placed, ...], gaps: tuple[Span, ...]) -> tuple[_Placed, ...]:
    """Those of the things, which stand in order, that lie in the sentence."""
    first = bisect_left(things, min((gap.start for gap in gaps), default=0), key=_get_start)
    return things[first : bisect_left(things, max((gap.end for gap in gaps), default=0), key=_get_start)]


def _get_place(claim: Claim) -> int:
    return claim.span.start


def _get_start(thing: Mention | Clue) -> int:
    return thing.span.start if thing.span else -1


def _name(page: _Page, span: Span, people: tuple[Person, ...]) -> str:
    return people[0].name if len(people) == 1 else " ".join(span.slice(page.text).split())


def _build_quotation(text: str, pieces: Pieces, claimed: _Claimed) -> Quotation:
    slices = [each.inner.slice(text) for each in pieces.quoted]
    on = claimed.on
    return Quotation(
        text=" ".join(slices),
        pieces=tuple(each.inner for each in pieces.quoted),
        breaks=_find_breaks(slices, pieces.interrupted),
        by=claimed.by,
        by_span=claimed.by_span,
        on=Dating.between(on.earliest, on.latest, (on,)) if on else None,
        on_span=on.span if on else None,
        opened=pieces.quoted[0].opened,
        closed=pieces.quoted[-1].closed,
    )


def _find_breaks(slices: list[str], interrupted: tuple[bool, ...]) -> tuple[int, ...]:
    breaks = []
    end = -1
    for piece, is_break in zip(slices, interrupted, strict=False):
        end += 1 + len(piece)
        if is_break:
            breaks.append(end)
    return tuple(breaks)
