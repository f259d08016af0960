"""Which word of a quotation is which word of a document."""

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from onrecord.trace.candidates import Hits

Pair = tuple[int, int]

# Words beyond the length of an unmatched end that may still hold its counterpart.
_MARGIN = 3
# A shift of the diagonal costs a chain this share of a word for each word of shift.
_SHIFT_COST = 0.02


def align_words(quoted: Sequence[int], stream: Sequence[int], offset: int, hits: Hits) -> list[Pair]:
    """Pairs (word of the quotation, place) of equal words, both rising; `stream` begins at the place `offset`."""
    chain = _chain(_join(hits))
    pairs: list[Pair] = []
    at, place = 0, offset
    for start, where, length in chain:
        if at == 0 and not pairs:
            pairs += _align_head(quoted[:start], stream, offset, where)
        else:
            pairs += _align_gap(quoted, stream, offset, (at, place), (start, where))
        pairs += [(start + step, where + step) for step in range(length)]
        at, place = start + length, where + length
    return pairs + _align_tail(quoted, stream, offset, at, place)


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


def _chain(runs: Hits) -> Hits:
    """The heaviest chain of runs that rise on both sides; overlaps are cut from the later run."""
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


def _match(quoted: Sequence[int], source: Sequence[int], at: int, place: int) -> list[Pair]:
    if not quoted or not source:
        return []
    return [
        (at + block.a + step, place + block.b + step)
        for block in Levenshtein.editops(quoted, source).as_matching_blocks()
        for step in range(block.size)
    ]


def _align_gap(quoted: Sequence[int], stream: Sequence[int], offset: int, low: Pair, high: Pair) -> list[Pair]:
    return _match(quoted[low[0] : high[0]], stream[low[1] - offset : high[1] - offset], *low)


def _align_head(quoted: Sequence[int], stream: Sequence[int], offset: int, place: int) -> list[Pair]:
    first = max(0, place - offset - len(quoted) - _MARGIN) if quoted else 0
    return _match(quoted, stream[first : place - offset], 0, offset + first) if quoted else []


def _align_tail(quoted: Sequence[int], stream: Sequence[int], offset: int, at: int, place: int) -> list[Pair]:
    rest = quoted[at:]
    return _match(rest, stream[place - offset : place - offset + len(rest) + _MARGIN], at, place) if rest else []
