"""Whether placements are a quotation's source, or words that any speech may share.

Two models, fitted by `benchmarks/trace.py calibrate` and kept in `data/thresholds.toml`: one for a quotation that
stands in one place, one for a quotation put together from several. Each weighs the features below.
"""

import functools
import math
from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from onrecord.trace.grams import SIZE
from onrecord.trace.index import Index
from onrecord.trace.lists import read_lists
from onrecord.trace.placement import Placement, Query
from onrecord.trace.rarity import get_size
from onrecord.trace.source import Source
from onrecord.trace.typography import count_typography

Features = dict[str, float]

# The longest quotations that the models are fitted on, in words.
_LONGEST = 60


def measure_place(query: Query, place: Placement, source: Source) -> Features:
    """What speaks for one place, whose words are those of `source`.

    A quotation longer than any that the model has seen counts as one of that length, with its average of each count.
    """
    length = len(query.codes)
    scale = min(1.0, _LONGEST / length)
    runs = find_runs(place, query.breaks)
    first, longest = max(runs, key=lambda run: run[1])
    inside = sum(query.bits[first : first + longest])
    told = sum(query.bits)
    counts = _count_grams(query, runs)
    unique = counts.count(1)
    total = math.log2(get_size(query.index))
    return {
        "size": total,
        "length": math.log2(scale * length),
        "share": len(place.pairs) / length,
        "told-share": place.bits / max(1.0, told),
        "told": math.log2(1 + scale * place.bits),
        "missed": math.log2(1 + scale * max(0.0, told - place.bits)),
        "longest-share": longest / length,
        "outside": (place.bits - inside) / max(1.0, told - inside),
        "pieces": math.log2(max(1.0, scale * len(runs))),
        "rarest": math.log2(min(counts, default=get_size(query.index))) / total,
        "unique": math.log2(1 + scale * unique),
        "unique-share": unique / max(1, length - SIZE + 1),
        "shift": math.log2(1 + scale * _count_shift(place, query.breaks)),
        "hole": _find_longest_hole(place) / length,
        "likeness": Indel.normalized_similarity("".join(query.forms), "".join(source.words.forms)) ** 4,
        "signs": math.log2(1 + scale * count_typography(query.quoted, (place,), (source,))),
    }


def measure_parts(query: Query, parts: Sequence[Placement]) -> Features:
    """What speaks for several places together: the whole, and its weakest part."""
    length = len(query.codes)
    runs = [find_runs(part, query.breaks) for part in parts]
    longest = [max(size for _, size in part) for part in runs]
    rarest = [min(_count_grams(query, part), default=get_size(query.index)) for part in runs]
    total = math.log2(get_size(query.index))
    return {
        "size": total,
        "length": math.log2(length),
        "parts": len(parts) - 2,
        "share": sum(len(part.pairs) for part in parts) / length,
        "told-share": sum(part.bits for part in parts) / max(1.0, sum(query.bits)),
        "firm-share": sum(size for part in runs for _, size in part if size >= SIZE) / length,
        "weakest-share": min(len(part.pairs) / (part.high - part.low) for part in parts),
        "weakest-longest": math.log2(min(longest)),
        "weakest-told": math.log2(1 + min(part.bits for part in parts)),
        "weakest-rarest": math.log2(max(rarest)) / total,
        "strongest-longest": math.log2(max(longest)),
        "strongest-rarest": math.log2(min(rarest)) / total,
        "pieces": math.log2(sum(len(part) for part in runs)),
        "shift": math.log2(1 + sum(_count_shift(part, query.breaks) for part in parts)),
    }


def weigh(features: Features, model: str) -> float:
    """The log odds that the placement is the source, by one of the two models: a quadratic form of the features."""
    names, center, scale, form = _read_model(model)
    values = np.array([1.0, *[(features[name] - center[at]) / scale[at] for at, name in enumerate(names)]])
    return float(values @ form @ values)


def get_threshold(name: str, index: Index) -> float:
    """A threshold of acceptance for a record of this size."""
    return _interpolate(name, get_size(index))


@functools.cache
def _interpolate(name: str, size: int) -> float:
    table = read_lists("thresholds")["acceptance"]
    return float(np.interp(math.log2(size), np.log2(table["words"]), table[name]))


@functools.cache
def _read_model(model: str) -> tuple[list[str], list[float], list[float], npt.NDArray[np.float64]]:
    """The features of a model, what to take from each and divide it by, and the weights of each pair of them."""
    table = read_lists("thresholds")[model]
    size = len(table["features"]) + 1
    form = np.zeros((size, size))
    for row, weights in enumerate(table["form"]):
        form[row, row : row + len(weights)] = weights
    return table["features"], table["center"], table["scale"], form


def find_runs(placement: Placement, breaks: Collection[int] = ()) -> list[tuple[int, int]]:
    """Where words agree one after another on both sides: the first word of the quotation, and how many.

    A gap that the quotation marks does not end a run.
    """
    runs: list[tuple[int, int]] = []
    before = (-2, -2)
    for word, place in placement.pairs:
        if word - 1 == before[0] and (place - 1 == before[1] or word in breaks):
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((word, 1))
        before = (word, place)
    return runs


def _count_grams(query: Query, runs: Sequence[tuple[int, int]]) -> list[int]:
    """How often each three words of the runs stand in the record."""
    counts = query.seeds.counts
    return [max(1, int(counts[gram])) for first, size in runs for gram in range(first, first + size - SIZE + 1)]


def _count_shift(placement: Placement, breaks: Collection[int]) -> int:
    """How many words the diagonal moves in all, but for gaps that the quotation marks."""
    return sum(
        [
            abs((after[1] - before[1]) - (after[0] - before[0]))
            for before, after in pairwise(placement.pairs)
            if not breaks or not any(before[0] < at <= after[0] for at in breaks)
        ]
    )


def _find_longest_hole(placement: Placement) -> int:
    words = [placement.low - 1, *[word for word, _ in placement.pairs], placement.high]
    return max([after - before - 1 for before, after in pairwise(words)])
