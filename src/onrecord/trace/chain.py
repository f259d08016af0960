"""Runs of agreeing words that rise on both sides."""

from onrecord.trace.candidates import Hits

# A shift of the diagonal costs a chain this share of a word for each word of shift.
_SHIFT_COST = 0.02


def find_chain(hits: Hits) -> Hits:
    """The heaviest chain of runs that rise on both sides; overlaps are cut from the later run."""
    runs = _join(hits)
    if len(runs) == 1:
        return runs
    runs = sorted(runs)
    best: list[tuple[float, int]] = []
    for number, (start, where, length) in enumerate(runs):
        top = (float(length), -1)
        for earlier in range(number):
            other_start, other_where, other_length = runs[earlier]
            shared = max(other_start + other_length - start, other_where + other_length - where, 0)
            if where <= other_where or start <= other_start or shared >= length:
                continue
            shift = abs((where - start) - (other_where - other_start))
            score = best[earlier][0] + length - shared - shift * _SHIFT_COST
            if score > top[0]:
                top = (score, earlier)
        best.append(top)
    return _follow(runs, best)


def _follow(runs: Hits, best: list[tuple[float, int]]) -> Hits:
    number = max(range(len(runs)), key=lambda number: best[number][0])
    chain: Hits = []
    while number >= 0:
        chain.append(runs[number])
        number = best[number][1]
    chain.reverse()
    cut = chain[:1]
    for start, where, length in chain[1:]:
        before = cut[-1]
        shared = max(before[0] + before[2] - start, before[1] + before[2] - where, 0)
        cut.append((start + shared, where + shared, length - shared))
    return cut


def _join(hits: Hits) -> Hits:
    """Hits that continue one another on one diagonal, as one."""
    runs: Hits = []
    for start, where, length in sorted(hits, key=lambda hit: (hit[1] - hit[0], hit[0])):
        if runs and runs[-1][1] - runs[-1][0] == where - start and start <= runs[-1][0] + runs[-1][2]:
            first, place, _ = runs[-1]
            runs[-1] = (first, place, start + length - first)
        else:
            runs.append((start, where, length))
    return runs
