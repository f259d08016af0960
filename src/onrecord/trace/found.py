"""The places that were found for a quotation, and whether they are accepted."""

from collections.abc import Sequence

import msgspec

from onrecord.trace.acceptance import Features, get_threshold, measure_parts, measure_place, weigh
from onrecord.trace.comparison import Source
from onrecord.trace.heads import Head
from onrecord.trace.index import Index
from onrecord.trace.library import Library
from onrecord.trace.lists import read_lists
from onrecord.trace.passages import get_head, read_source
from onrecord.trace.placement import Placement, Query, find_placements, find_rare_placements, make_query
from onrecord.trace.quoted import Quoted
from onrecord.trace.splice import find_parts

PRIMARY = frozenset({"transcript", "message", "subtitles"})
# Another place holds "the same words" when it has nearly all that the best place has.
_SAME_WORDS = 0.9


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a quotation claims, as the record knows them, and which numbers may not answer it."""

    speakers: frozenset[str]
    exclude: frozenset[int]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """`parts` hold the quotation in its order, `sources` their words; `others` hold the same words elsewhere.

    `is_accepted` says that the parts are its source, `is_ambiguous` that it cannot be told which of several is meant,
    or that it is a near thing; without parts nothing is there.
    """

    parts: tuple[Placement, ...] = ()
    sources: tuple[Source, ...] = ()
    others: tuple[Placement, ...] = ()
    is_accepted: bool = False
    is_ambiguous: bool = False


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One place that may hold a quotation, its words, what speaks for it, and the log odds that it is the source."""

    place: Placement
    source: Source
    features: Features
    odds: float


def find_quoted(quoted: Quoted, index: Index, library: Library, claim: Claim) -> Found:
    """The places that hold the quotation's words, whether they are accepted or not."""
    query = make_query(quoted, index)
    best, others = find_place(query, quoted, library, claim)
    if best is None:
        return Found()
    parts = [part for part in find_parts(query, best.place) if _is_allowed(part, index, claim)]
    if len(parts) > 1:
        together = weigh(measure_parts(query, parts), "parts")
        if together >= float(read_lists("thresholds")["acceptance"]["least_parts"]):
            sources = tuple(read_source(part, index, library) for part in parts)
            return Found(parts=tuple(parts), sources=sources, is_accepted=True)
    accepted = best.odds >= get_threshold("least", index)
    doubtful = not accepted and best.odds >= get_threshold("doubtful", index)
    return Found(
        parts=(best.place,),
        sources=(best.source,),
        others=others,
        is_accepted=accepted,
        is_ambiguous=doubtful or (accepted and _is_common(query, others)),
    )


def find_place(
    query: Query, quoted: Quoted, library: Library, claim: Claim
) -> tuple[Attempt | None, tuple[Placement, ...]]:
    """The likeliest place of the whole quotation, and the other places that hold the same words."""
    placements = _keep_allowed(find_placements(query, low=0, high=len(query.codes)), query.index, claim)
    best = _try_place(query, quoted, library, placements[0]) if placements else None
    if best is None or best.odds < get_threshold("least", query.index):
        rare = _keep_allowed(find_rare_placements(query), query.index, claim)
        attempts = [_try_place(query, quoted, library, placement) for placement in rare[:_TRIED]]
        better = max(attempts, key=lambda attempt: attempt.odds, default=None)
        if better is not None and (best is None or better.odds > best.odds):
            return better, ()
    if best is None:
        return None, ()
    return best, tuple(other for other in placements[1:] if other.bits >= _SAME_WORDS * best.place.bits)


def _is_common(query: Query, others: Sequence[Placement]) -> bool:
    """Whether several places hold words that tell too little to say which is meant."""
    return bool(others) and sum(query.bits) < float(read_lists("thresholds")["wording"]["least_bits"])


# Places by rare words whose text is read.
_TRIED = 3


def _try_place(query: Query, quoted: Quoted, library: Library, placement: Placement) -> Attempt:
    source = read_source(placement, query.index, library)
    features = measure_place(query, placement, quoted.words.forms, source.words.forms)
    return Attempt(place=placement, source=source, features=features, odds=weigh(features, "place"))


def _keep_allowed(placements: list[Placement], index: Index, claim: Claim) -> list[Placement]:
    kept = [placement for placement in placements if _is_allowed(placement, index, claim)]
    return _rank(kept, index, claim) if kept else []


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
