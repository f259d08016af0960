"""Words that only their claim ties to a passage.

A heavy rewording looks like any speech that shares set phrases. It is reported only where the quotation names the date,
and the place is of that date and by the claimed speaker; then as `reworded`, or as put together where one stretch is
the record's and the rest is not. Neither calls the words a match.
"""

from onrecord.trace.acceptance import find_runs, get_threshold
from onrecord.trace.attempt import Attempt, try_place
from onrecord.trace.claim import Claim
from onrecord.trace.grams import SIZE
from onrecord.trace.library import Library
from onrecord.trace.lists import read_lists
from onrecord.trace.passages import get_head
from onrecord.trace.placement import Placement, Query, cut_placement, cut_query


def find_tied(query: Query, attempt: Attempt, library: Library, claim: Claim) -> Attempt | None:
    """The best place that meets the claim, where rare words in order tie the quotation to it."""
    if claim.on is None:
        return None
    places = [place for place in (attempt.place, *attempt.others) if claim.meets(get_head(place, query.index))]
    if not places:
        return None
    tied = try_place(query, library, places)
    least = read_lists("thresholds")["reworded"]
    told = sum(query.bits)
    if tied.place.bits >= least["least_bits"] and tied.place.bits >= least["least_told"] * told:
        return tied
    return None


def find_stretch(query: Query, tied: Attempt, library: Library) -> Placement | None:
    """The part of the quotation that the record holds, where the rest at one end is of other words altogether."""
    place = tied.place
    runs = [(first, size) for first, size in find_runs(place, query.breaks) if size >= SIZE]
    if not runs:
        return None
    low, high = runs[0][0], runs[-1][0] + runs[-1][1]
    least = read_lists("thresholds")["reworded"]
    if max(low - place.low, place.high - high) < least["least_rest"] * (place.high - place.low):
        return None
    stretch = cut_placement(query, place, low, high)
    alone = cut_query(query, low, high)
    moved = [(word - low, where) for word, where in stretch.pairs]
    whole = try_place(alone, library, [_move(stretch, moved)])
    return stretch if whole.odds >= get_threshold("least", query.index) else None


def _move(stretch: Placement, pairs: list[tuple[int, int]]) -> Placement:
    return Placement(
        segment=stretch.segment,
        row=stretch.row,
        low=0,
        high=stretch.high - stretch.low,
        pairs=tuple(pairs),
        bits=stretch.bits,
    )
