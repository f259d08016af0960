"""A stretch of a quotation laid beside a stretch of its source."""

import msgspec

from onrecord.trace.quoted import Quoted
from onrecord.trace.source import Source


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the quotation (words `low` to `high`) beside a stretch of the source; `pairs` are words that agree.

    The numbers of source words count from the source's first.
    """

    quoted: Quoted
    source: Source
    low: int
    high: int
    pairs: tuple[tuple[int, int], ...]
    passage: int = 0
