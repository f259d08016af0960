"""The places that were found for a quotation, and whether they are accepted."""

import math
from itertools import pairwise

import msgspec

from onrecord.trace.acceptance import get_threshold, measure_parts, weigh
from onrecord.trace.attempt import SAME_WORDS, Attempt, find_attempt
from onrecord.trace.claim import Claim
from onrecord.trace.edges import trim_edges
from onrecord.trace.fitted import read_fitted
from onrecord.trace.index import Index
from onrecord.trace.library import Library
from onrecord.trace.lists import read_lists
from onrecord.trace.occurrences import is_whole
from onrecord.trace.passages import read_source
from onrecord.trace.placement import Placement, Query, cut_placement, make_query
from onrecord.trace.quoted import Quoted
from onrecord.trace.source import Source
from onrecord.trace.splice import find_parts
from onrecord.trace.tied import find_stretch, find_tied


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """`parts` hold the quotation in its order, `sources` their words; `others` hold the same words elsewhere.

    `is_accepted` says that the parts are its source, `is_ambiguous` that it cannot be told which of several is meant,
    or that it is a near thing; `is_tied` that only the claim ties the words to the place, and `is_partial` that it ties
    no more than a part of them. Without parts nothing is there.
    """

    parts: tuple[Placement, ...] = ()
    sources: tuple[Source, ...] = ()
    others: tuple[Placement, ...] = ()
    is_accepted: bool = False
    is_ambiguous: bool = False
    is_tied: bool = False
    is_partial: bool = False


def find_quoted(quoted: Quoted, index: Index, library: Library, claim: Claim) -> Found:
    """The places that hold the quotation's words, whether they are accepted or not."""
    query = make_query(quoted, index, exclude=claim.exclude)
    best = find_attempt(query, library, claim)
    if best is None:
        return Found()
    spoken = _find_spoken(query, best, library, claim)
    if spoken is not None:
        return spoken
    parts = [best.place] if is_whole(query, best.place) else find_parts(query, best.place)
    if len(parts) > 1:
        together = weigh(measure_parts(query, parts), "parts")
        if together >= float(read_lists("thresholds")["acceptance"]["least_parts"]):
            return _accept_parts(query, parts, library)
    if _is_accepted(query, best):
        return _accept_place(query, best, library)
    return _find_tied(query, best, library, claim)


def _find_spoken(query: Query, best: Attempt, library: Library, claim: Claim) -> Found | None:
    """The words in a transcript where a report holds them better: a report must not clear what was not said."""
    reports = query.index.reports
    if _get_number(query, best.place) not in reports:
        return None
    attempt = find_attempt(msgspec.structs.replace(query, exclude=query.exclude | reports), library, claim)
    if attempt is None or not _is_accepted(query, attempt) or _find_leaps(attempt.place, query):
        return None
    copies = [place for place in (best.place, *best.others) if _get_number(query, place) in reports]
    others = (*attempt.others, *copies)
    return _accept_place(query, msgspec.structs.replace(attempt, others=others), library)


def _get_number(query: Query, place: Placement) -> int:
    return query.index.segments[place.segment].numbers[place.row]


def _is_accepted(query: Query, best: Attempt) -> bool:
    least = get_threshold("least", query.index)
    return best.odds >= least or _is_sure(query, best) or _is_plain(query, best)


def _accept_parts(query: Query, parts: list[Placement], library: Library) -> Found:
    sources = tuple(read_fitted(part, query.forms, query.index, library) for part in parts)
    return Found(parts=tuple(parts), sources=sources, is_accepted=True)


def _accept_place(query: Query, best: Attempt, library: Library) -> Found:
    leaps = _find_leaps(best.place, query)
    if leaps:
        edges = [best.place.low, *leaps, best.place.high]
        return _accept_parts(query, [cut_placement(query, best.place, *edge) for edge in pairwise(edges)], library)
    others = tuple(other for other in best.others if other.score >= SAME_WORDS * best.place.score)
    place = trim_edges(query, best.place, best.source)
    source = read_fitted(place, query.forms, query.index, library)
    return Found(
        parts=(place,),
        sources=(source,),
        others=others,
        is_accepted=True,
        is_ambiguous=_is_common(query, best),
    )


def _is_common(query: Query, best: Attempt) -> bool:
    """Whether the words stand there, but tell too little to say that this passage is meant."""
    least = float(read_lists("thresholds")["wording"]["least_bits"])
    return sum(query.bits) < least and is_whole(query, best.place) and not _is_sure(query, best)


def _is_sure(query: Query, best: Attempt) -> bool:
    """Whether so many words stand there unbroken that they are that passage's, common or not."""
    return len(query.codes) >= int(read_lists("thresholds")["wording"]["sure_words"]) and is_whole(query, best.place)


def _is_plain(query: Query, best: Attempt) -> bool:
    """Whether nearly all of many words stand there in order: no model is asked."""
    plain = read_lists("thresholds")["plain"]
    return (
        len(query.codes) >= plain["least_words"]
        and best.features["share"] >= plain["least_share"]
        and best.features["told-share"] >= plain["least_told"]
        and best.features["shift"] <= math.log2(1 + plain["most_shift"])
    )


def _find_leaps(place: Placement, query: Query) -> list[int]:
    """The words before which more is left out than an honest omission leaves out."""
    longest = int(read_lists("thresholds")["wording"]["longest_gap"])
    return [
        max([at for at in query.breaks if before[0] < at <= after[0]], default=after[0])
        for before, after in pairwise(place.pairs)
        if after[1] - before[1] - (after[0] - before[0]) > longest
    ]


def _find_tied(query: Query, best: Attempt, library: Library, claim: Claim) -> Found:
    """What the claim ties to a place; else nothing, or a near thing."""
    tied = find_tied(query, best, library, claim)
    if tied is None:
        doubtful = best.odds >= get_threshold("doubtful", query.index)
        return Found(parts=(best.place,), sources=(best.source,), is_ambiguous=doubtful or _is_common(query, best))
    stretch = find_stretch(query, tied, library)
    if stretch is not None:
        source = read_source(stretch, query.index, library)
        return Found(parts=(stretch,), sources=(source,), is_accepted=True, is_partial=True)
    return Found(parts=(tied.place,), sources=(tied.source,), is_accepted=True, is_tied=True)
