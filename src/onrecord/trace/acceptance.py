"""Whether a placement is the quotation's source, or words that any speech may share."""

import math
from collections.abc import Sequence

from onrecord.trace.lists import read_lists
from onrecord.trace.placement import Placement


def measure(parts: Sequence[Placement], bits: Sequence[float], words: int) -> dict[str, float]:
    """What speaks for and against a placement, each named as in `data/thresholds.toml`."""
    length = len(bits)
    matched = sum(len(part.pairs) for part in parts)
    told = sum(part.bits for part in parts)
    return {
        "one": 1.0,
        "share": matched / length,
        "told-share": told / max(1.0, sum(bits)),
        "told": told / 100,
        "size": math.log2(max(2, words)) / 10,
        "parts": len(parts) - 1,
    }


def weigh(features: dict[str, float]) -> float:
    """The log odds that the placement is the source."""
    weights = read_lists("thresholds")["acceptance"]["weights"]
    return sum(float(weights[name]) * value for name, value in features.items())
