"""Clues to one date: those that bind are intersected, soft ones weigh; where not all can hold, the sets are ranked."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.date.evidence import Evidence, intersect, to_days
from onrecord.date.intervals import Interval
from onrecord.model import Alternative, Calendar, Conflict, Dating, Days


def settle(evidence: tuple[Evidence, ...]) -> Dating:
    """The dating that the evidence supports, with its clues in the order given.

    Clues that bind are intersected. Soft ones narrow what is left, the weightiest first; one that cannot hold beside
    the others is outvoted. Where the binding clues cannot all hold, the sure interval spans every set of them that can.
    """
    clues = tuple(each.clue for each in evidence)
    hard = tuple(each for each in evidence if not each.clue.is_soft)
    soft = sorted((each for each in evidence if each.clue.is_soft), key=lambda each: -each.weight)
    days = intersect(hard)
    if days:
        sure = to_days(days)
        found = Dating.between(sure.earliest, sure.latest, clues)
        likely = _weigh(hard, soft, days)
        return msgspec.structs.replace(
            found, calendar=_find_calendar(hard), likely=None if likely == sure or not soft else likely
        )
    return _settle_conflict(evidence, tuple(soft))


def _weigh(hard: tuple[Evidence, ...], soft: Sequence[Evidence], days: tuple[Interval, ...]) -> Days:
    """What the soft evidence leaves as well, the weightiest first; bounds come before days that need a year."""
    kept = hard
    for each in sorted(soft, key=lambda one: bool(one.phrases)):
        left = intersect((*kept, each))
        if left:
            kept, days = (*kept, each), left
    return to_days(days)


def _find_calendar(hard: tuple[Evidence, ...]) -> Calendar:
    """The calendar of the evidence, where it is one other than the Gregorian."""
    found = {each.clue.calendar for each in hard if each.clue.earliest and each.clue.latest}
    return found.pop() if len(found) == 1 else "gregorian"


def _settle_conflict(evidence: tuple[Evidence, ...], soft: tuple[Evidence, ...]) -> Dating:
    sets = _rank(evidence)
    left = [intersect(tuple(evidence[index] for index in each)) for each in sets]
    alternatives = tuple(Alternative(clues=each, days=to_days(days)) for each, days in zip(sets, left, strict=True))
    spanning = to_days(tuple(part for days in left for part in days))
    clues = tuple(each.clue for each in evidence)
    return msgspec.structs.replace(
        Dating.between(spanning.earliest, spanning.latest, clues),
        likely=_weigh(tuple(evidence[index] for index in sets[0]), soft, left[0]),
        alternatives=alternatives,
        conflicts=tuple(_find_conflicts(evidence, sets)),
    )


def _rank(evidence: tuple[Evidence, ...]) -> list[tuple[int, ...]]:
    """The largest sets of binding clues that can all hold, the weightiest first."""
    hard = [index for index, each in enumerate(evidence) if not each.clue.is_soft]
    found = {_grow(evidence, (first, second), hard) for first in hard for second in hard}
    return sorted(found, key=lambda each: (-sum(evidence[index].weight for index in each), -len(each), each))


def _grow(evidence: tuple[Evidence, ...], seed: tuple[int, int], hard: list[int]) -> tuple[int, ...]:
    """The set that holds the first of the seed, the second where both can hold, and every other that still can."""
    kept: list[int] = []
    for index in (*seed, *sorted(hard, key=lambda each: -evidence[each].weight)):
        if index not in kept and intersect(tuple(evidence[each] for each in (*kept, index))):
            kept.append(index)
    return tuple(sorted(kept))


def _find_conflicts(evidence: tuple[Evidence, ...], sets: list[tuple[int, ...]]) -> Iterator[Conflict]:
    """Every pair of the best set and a clue outside it that cannot both hold; for none such, the first of each."""
    best = sets[0]
    outside = sorted({index for each in sets for index in each} - set(best))
    pairs = [
        (mine, other) for other in outside for mine in best if not intersect((evidence[mine], evidence[other]))
    ] or [(best[0], other) for other in outside]
    for mine, other in pairs:
        yield Conflict(first=min(mine, other), second=max(mine, other))
