"""Every quotation of a document, with what is claimed of it."""

from onrecord.attribute.brackets import Claim, find_bracketed_claims
from onrecord.attribute.claims import find_claimed_date, find_claimed_speaker, order_gaps
from onrecord.attribute.mentions import Mention, find_mentions
from onrecord.attribute.names import find_people
from onrecord.attribute.pieces import Pieces, join_pieces
from onrecord.attribute.sentences import find_gaps
from onrecord.attribute.stretches import find_stretches
from onrecord.model import Clue, Dating, Document, Person, Quotation, Span

_TRAILING = (",", "?", "!", "\u2014", "\u2013", "-", "\u2026")


def find_quotations(
    doc: Document, *, people: tuple[Person, ...] = (), dates: tuple[Clue, ...] = ()
) -> tuple[Quotation, ...]:
    """Every outermost quotation of the document, in order, with the speaker and the date that the writer claims.

    `dates` are the dates in `doc.text`. A bracket right after the quotation claims first; what it leaves open, the
    quotation's own sentence may say. `by` is the name of the one person meant; a name that may mean several,
    or nobody of `people`, stands as it is written.
    """
    brackets = find_bracketed_claims(doc.text, people=people, dates=dates)
    stretches = find_stretches(doc.text, brackets)
    hidden = tuple(sorted((*(each.quoted.outer for each in stretches), *(claim.span for claim in brackets))))
    mentions = find_mentions(doc.text, people)
    free = tuple(clue for clue in dates if not any(claim.on is clue for claim in brackets))
    return tuple(
        _to_quotation(doc.text, pieces, _find_claim(doc.text, pieces, hidden, mentions, free), people)
        for pieces in join_pieces(doc.text, stretches)
        if any(char.isalnum() for each in pieces.quoted for char in each.inner.slice(doc.text))
    )


def _find_claim(
    text: str, pieces: Pieces, hidden: tuple[Span, ...], mentions: tuple[Mention, ...], dates: tuple[Clue, ...]
) -> tuple[Claim | None, Mention | None, Clue | None]:
    """The bracketed claim, and what the sentence says where the bracket says nothing."""
    claim = pieces.claim
    if not (mentions or dates) or (claim and claim.by and claim.on):
        return claim, None, None
    quotation = Span(start=pieces.start, end=pieces.end)
    trails = pieces.quoted[-1].inner.slice(text).endswith(_TRAILING) or text[pieces.end : pieces.end + 1] == ","
    around = order_gaps(text, find_gaps(text, quotation, hidden), quotation, trails=trails)
    speaker = None if claim and claim.by else find_claimed_speaker(text, around, mentions)
    date = None if claim and claim.on else find_claimed_date(around, dates)
    return claim, speaker and _settle(speaker, mentions), date


def _settle(mention: Mention, mentions: tuple[Mention, ...]) -> Mention:
    """A surname that several bear means the only one of them whom the text has named before."""
    if len(mention.people) == 1:
        return mention
    named = {
        each.people[0]
        for each in mentions
        if len(each.people) == 1 and each.people[0] in mention.people and each.span.start < mention.span.start
    }
    return Mention(span=mention.span, people=tuple(named)) if len(named) == 1 else mention


def _to_quotation(
    text: str,
    pieces: Pieces,
    claimed: tuple[Claim | None, Mention | None, Clue | None],
    people: tuple[Person, ...],
) -> Quotation:
    claim, speaker, date = claimed
    on = (claim.on if claim else None) or date
    by_span = (claim.by_span if claim else None) or (speaker.span if speaker else None)
    meant = speaker.people if speaker else find_people(by_span.slice(text), people) if by_span else ()
    slices = [each.inner.slice(text) for each in pieces.quoted]
    return Quotation(
        text=" ".join(slices),
        pieces=tuple(each.inner for each in pieces.quoted),
        breaks=_find_breaks(slices, pieces.interrupted),
        by=meant[0].name if len(meant) == 1 else " ".join(by_span.slice(text).split()) if by_span else "",
        by_span=by_span,
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
