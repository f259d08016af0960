"""Every place where a quotation stands word for word."""

import numpy as np

from onrecord.trace.placement import Placement, Query

# Of a set phrase that stands in more places than this, so many are listed.
MOST = 200


def is_whole(query: Query, place: Placement) -> bool:
    """Whether every word of the quotation stands there, one after another."""
    (word, where), (last, end) = place.pairs[0], place.pairs[-1]
    return len(place.pairs) == len(query.codes) and end - where == last - word


def find_occurrences(query: Query) -> list[Placement]:
    """The placements that hold the whole quotation unbroken, found by its rarest three words."""
    counts = query.seeds.counts
    if not len(counts) or not counts.all():
        return []
    rarest = int(counts.argmin())
    codes = np.array(query.codes, dtype=np.uint32)
    found: list[Placement] = []
    for number, segment in enumerate(query.index.segments):
        rows, sizes = query.seeds.ranges[number]
        low = int(rows[rarest])
        starts = segment.places[low : low + int(sizes[rarest])].astype(np.int64) - rarest
        starts = starts[(starts >= 0) & (starts + len(codes) <= len(segment.stream))]
        whole = (segment.stream[starts[:, None] + np.arange(len(codes))] == codes).all(axis=1)
        found += [_make(query, number, segment.find_row(start), start) for start in starts[whole].tolist()]
    return [place for place in found if query.allows(place.segment, place.row)][:MOST]


def _make(query: Query, segment: int, row: int, start: int) -> Placement:
    length = len(query.codes)
    pairs = tuple([(word, start + word) for word in range(length)])
    return Placement(segment=segment, row=row, low=0, high=length, pairs=pairs, bits=sum(query.bits))
