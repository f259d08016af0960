"""The stretches between quotation marks in a whole text, each with the bracketed claim right after it."""

import re
from bisect import bisect_left

import msgspec

from onrecord.attribute.blocks import find_quote_blocks, quote_block
from onrecord.attribute.brackets import Claim
from onrecord.attribute.marks import QuoteMark, find_quote_marks
from onrecord.attribute.pairing import Quoted, pair_marks
from onrecord.attribute.paragraphs import find_paragraphs
from onrecord.attribute.singles import merge_single, pair_single_marks
from onrecord.model import Document, Span

# Between a quotation and its bracket may stand a stop, a reference or an editor's bracket: "..." (4:76) [Jan 28, 2004]
_BETWEEN = re.compile(r"[\s.,;:!?]*(?:\([^()\n]{1,40}\)[\s.,;:]*)?")


_EDITORS = re.compile(r"\[[^\[\]\n]{1,40}\][\s.,;:]*")


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Words between marks, and what the bracket after them claims."""

    quoted: Quoted
    claim: Claim | None = None


def find_stretches(doc: Document, claims: tuple[Claim, ...]) -> tuple[Stretch, ...]:
    """Every outermost stretch between double or single marks, and every block quotation, in order."""
    text = doc.text
    blocks = find_quote_blocks(doc)
    marks = find_quote_marks(text)
    starts = {claim.span.start: claim for claim in claims}
    stretches: list[Stretch] = []
    paragraphs = find_paragraphs(text)
    held = _share_out(marks, paragraphs)
    for index, paragraph in enumerate(paragraphs):
        first = held[index + 1][:1] if index + 1 < len(paragraphs) else ()
        goes_on = first[0] if first and first[0].start == paragraphs[index + 1].start else None
        bounds = tuple(claim.span for claim in _get_claims(claims, paragraph))
        double = pair_marks(text, paragraph, held[index], claims=bounds, goes_on=goes_on)
        outermost = merge_single(text, double, pair_single_marks(text, paragraph))
        if paragraph in blocks:
            outermost = quote_block(text, paragraph, outermost, _get_claims(claims, paragraph))
        stretches += [Stretch(quoted=each, claim=_get_claim(text, each, starts)) for each in outermost]
    return tuple(stretches)


def _share_out(marks: tuple[QuoteMark, ...], paragraphs: tuple[Span, ...]) -> list[tuple[QuoteMark, ...]]:
    """The marks of each paragraph."""
    shares: list[tuple[QuoteMark, ...]] = []
    place = 0
    for paragraph in paragraphs:
        first = place
        while place < len(marks) and marks[place].start < paragraph.end:
            place += 1
        shares.append(marks[first:place])
    return shares


def _get_claims(claims: tuple[Claim, ...], paragraph: Span) -> tuple[Claim, ...]:
    first = bisect_left(claims, paragraph.start, key=_get_start)
    return claims[first : bisect_left(claims, paragraph.end, key=_get_start)]


def _get_start(claim: Claim) -> int:
    return claim.span.start


def _get_claim(text: str, quoted: Quoted, starts: dict[int, Claim]) -> Claim | None:
    between = _BETWEEN.match(text, quoted.outer.end)
    while between is not None and between.end() not in starts:
        between = _EDITORS.match(text, between.end())
    return starts[between.end()] if between else None
