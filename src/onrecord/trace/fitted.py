"""The words of the record that a quotation's first and last words are set against: none of another sentence."""

import re
from collections.abc import Sequence

from onrecord.trace.index import Index
from onrecord.trace.library import Library
from onrecord.trace.passages import read_source
from onrecord.trace.placement import Placement
from onrecord.trace.source import Source
from onrecord.trace.variants import is_variant
from onrecord.trace.words import Words

# "It's" is two words written out, "shouldn't have" three.
_MARGIN = 2
_BORDER = re.compile(r"[.!?]\W*\s\W*$|\n\s*\n")
_ABBREVIATED = re.compile(r"[A-Z][a-z]{0,2}")


def read_fitted(place: Placement, forms: Sequence[str], index: Index, library: Library) -> Source:
    """The source of a placement; words at either end that stand in no agreeing sentence have none beside them."""
    (word, where), (last, end) = place.pairs[0], place.pairs[-1]
    if (word, last + 1) == (place.low, place.high):
        return read_source(place, index, library)
    wide = read_source(place, index, library, margin=_MARGIN)
    at, stop = where - wide.first, end - wide.first + 1
    low = at - _fit_head(forms[place.low : word], wide, at)
    high = stop + _fit_tail(forms[last + 1 : place.high], wide, stop)
    words = wide.words
    cut = Words(forms=words.forms[low:high], starts=words.starts[low:high], ends=words.ends[low:high])
    return Source(text=wide.text, words=cut, first=wide.first + low)


def _fit_head(ours: Sequence[str], wide: Source, at: int) -> int:
    """How many words before the first that agrees belong to the words `ours` of the quotation."""
    low = at
    while low and not _is_border(wide, low):
        low -= 1
    sizes = range(1, at - low + 1)
    return _choose(ours, [wide.words.forms[at - size : at] for size in sizes])


def _fit_tail(ours: Sequence[str], wide: Source, stop: int) -> int:
    high = stop
    while high < len(wide.words) and not _is_border(wide, high):
        high += 1
    return _choose(ours, [wide.words.forms[stop : stop + size] for size in range(1, high - stop + 1)])


def _choose(ours: Sequence[str], theirs: Sequence[tuple[str, ...]]) -> int:
    """The number of words that are the same in another spelling, else as many as the quotation has."""
    if not ours:
        return 0
    alike = [len(forms) for forms in theirs if is_variant(ours, forms)]
    return alike[0] if alike else min(len(ours), len(theirs))


def _is_border(wide: Source, at: int) -> bool:
    """Whether a sentence ends before a word; the stop of "Mr." ends none."""
    words, text = wide.words, wide.text
    before, gap = text[words.starts[at - 1] : words.ends[at - 1]], text[words.ends[at - 1] : words.starts[at]]
    if not _BORDER.search(gap) or text[words.starts[at]].islower():
        return "\n\n" in gap
    return not gap.startswith(". ") or not _ABBREVIATED.fullmatch(before)
