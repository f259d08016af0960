"""The places that were accepted for a quotation."""

from collections.abc import Sequence

import msgspec

from onrecord.trace.acceptance import measure, weigh
from onrecord.trace.heads import Head
from onrecord.trace.index import Index
from onrecord.trace.lists import read_lists
from onrecord.trace.passages import get_head
from onrecord.trace.placement import Placement, find_placements, weigh_words
from onrecord.trace.quoted import Quoted
from onrecord.trace.splice import find_parts
from onrecord.trace.words import to_codes


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a quotation claims, as the record knows them, and which numbers may not answer it."""

    speakers: frozenset[str]
    exclude: frozenset[int]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """`parts` hold the quotation in its order, `others` hold the same words elsewhere, earliest first.

    `odds` are the log odds that the parts are its source, `told` the bits of its words; without parts nothing is there.
    """

    parts: tuple[Placement, ...] = ()
    others: tuple[Placement, ...] = ()
    odds: float = float("-inf")
    told: float = 0.0

    @property
    def is_accepted(self) -> bool:
        """Whether the parts are the source, by the calibrated threshold."""
        return bool(self.parts) and self.odds >= float(read_lists("thresholds")["acceptance"]["least"])

    @property
    def is_ambiguous(self) -> bool:
        """Whether the words are too common to say which of several places is meant, or barely miss acceptance."""
        thresholds = read_lists("thresholds")
        if not self.is_accepted:
            return bool(self.parts) and self.odds >= float(thresholds["acceptance"]["doubtful"])
        return bool(self.others) and self.told < float(thresholds["wording"]["least_bits"])


def find_quoted(quoted: Quoted, index: Index, claim: Claim) -> Found:
    """The places that hold the quotation's words, whether they are accepted or not."""
    codes = to_codes(quoted.words.forms)
    bits = weigh_words(codes, index)
    placements = [
        placement
        for placement in find_placements(codes, bits, index, low=0, high=len(codes))
        if _is_allowed(placement, index, claim)
    ]
    if not placements:
        return Found(told=sum(bits))
    placements = _rank(placements, index, claim)
    best = placements[0]
    parts = find_parts(codes, bits, index, best)
    odds = weigh(measure(parts, bits, index.words))
    others = [other for other in placements[1:] if other.bits >= _SAME_WORDS * best.bits] if len(parts) == 1 else []
    return Found(parts=tuple(parts), others=tuple(others), odds=odds, told=sum(bits))


# Another place holds "the same words" when it has nearly all that the best place has.
_SAME_WORDS = 0.9


def _is_allowed(placement: Placement, index: Index, claim: Claim) -> bool:
    number = index.segments[placement.segment].numbers[placement.row]
    return bool(placement.pairs) and number not in index.hidden and number not in claim.exclude


def _rank(placements: list[Placement], index: Index, claim: Claim) -> list[Placement]:
    """Best wording first; among equals the claimed speaker's, then transcripts, then the earliest."""
    top = placements[0].bits
    equal = [placement for placement in placements if placement.bits >= _SAME_WORDS * top]
    if len(equal) == 1:
        return placements
    keyed = [(_order(placement, get_head(placement, index), claim), placement) for placement in equal]
    keyed.sort(key=lambda item: item[0])
    return [placement for _, placement in keyed] + placements[len(equal) :]


def _order(placement: Placement, head: Head, claim: Claim) -> tuple[float, bool, bool, str, str, int]:
    earliest = head.date.earliest.isoformat() if head.date.earliest else "9999"
    return (
        -round(placement.bits, 3),
        head.speaker not in claim.speakers,
        head.form not in PRIMARY,
        earliest,
        head.version,
        placement.start,
    )


PRIMARY: Sequence[str] = ("transcript", "message", "subtitles")
