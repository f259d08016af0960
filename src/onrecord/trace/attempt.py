"""Places tried for a quotation, best first."""

from collections.abc import Sequence

import msgspec

from onrecord.trace.acceptance import Features, get_threshold, measure_place, weigh
from onrecord.trace.candidates import MOST
from onrecord.trace.claim import Claim
from onrecord.trace.index import Index
from onrecord.trace.library import Library
from onrecord.trace.occurrences import find_occurrences, is_whole
from onrecord.trace.passages import get_head, read_source
from onrecord.trace.placement import Placement, Query, find_placements, find_rare_placements
from onrecord.trace.source import Source

# Another place holds "the same words" when it has nearly all that the best place has.
SAME_WORDS = 0.9
# Places by rare words whose text is read.
_TRIED = 3
# Of more words, three in a row survive any change that leaves the quotation recognisable.
_LONGEST_RARE = 20
# Places looked at for so many words; for fewer, all that are likely.
_LOOKED_AT = 6


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One place that may hold a quotation, its words, what speaks for it, and the log odds that it is the source.

    `others` are further places, best first.
    """

    place: Placement
    source: Source
    features: Features
    odds: float
    others: tuple[Placement, ...] = ()


def find_attempt(query: Query, library: Library, claim: Claim) -> Attempt | None:
    """The likeliest place of the whole quotation, `None` where not even a rare word of it is found."""
    placements = _rank(_find_all(query), query.index, claim)
    best = try_place(query, library, placements) if placements else None
    least = get_threshold("least", query.index)
    if best is not None and best.odds >= least:
        return best
    if best is not None and len(query.codes) > _LONGEST_RARE:
        return best
    rare = _rank(find_rare_placements(query), query.index, claim)
    attempts = [try_place(query, library, rare[number:]) for number in range(min(_TRIED, len(rare)))]
    other = max(attempts, key=lambda attempt: attempt.odds, default=None)
    # Where neither is accepted, the runs of three words align the better.
    return other if other is not None and (best is None or other.odds >= least) else best


def _find_all(query: Query) -> list[Placement]:
    """Every place where the quotation stands whole, and the likeliest others."""
    most = MOST if len(query.codes) <= _LONGEST_RARE else _LOOKED_AT
    placements = find_placements(query, low=0, high=len(query.codes), most=most)
    if placements and is_whole(query, placements[0]) and query.seeds.counts.min() > 1:
        return find_occurrences(query) + [place for place in placements if not is_whole(query, place)]
    return placements


def try_place(query: Query, library: Library, placements: Sequence[Placement]) -> Attempt:
    """What speaks for the first of the placements."""
    place = placements[0]
    source = read_source(place, query.index, library)
    features = measure_place(query, place, source)
    return Attempt(
        place=place, source=source, features=features, odds=weigh(features, "place"), others=tuple(placements[1:])
    )


def _rank(placements: list[Placement], index: Index, claim: Claim) -> list[Placement]:
    """Best wording first; places of equal wording in the order of the claim."""
    if len(placements) < 2:  # noqa: PLR2004 - nothing to order
        return placements
    top = placements[0].score
    equal = [placement for placement in placements if placement.score >= SAME_WORDS * top]
    if len(equal) == 1:
        return placements
    keyed = [
        ((-round(placement.score, 3), claim.rank(get_head(placement, index)), placement.start), placement)
        for placement in equal
    ]
    return [placement for _, placement in sorted(keyed, key=lambda item: item[0])] + placements[len(equal) :]
