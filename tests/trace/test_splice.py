from onrecord.model import Quotation
from onrecord.trace import Index
from onrecord.trace.placement import Query, find_placements, make_query
from onrecord.trace.quoted import read_quoted
from onrecord.trace.splice import find_parts


def cut(query: Query) -> list[tuple[str, int, int]]:
    best = find_placements(query, low=0, high=len(query.codes))[0]
    segments = query.index.segments
    parts = find_parts(query, best)
    return [(segments[part.segment].get_head(part.row).document, part.low, part.high) for part in parts]


def test_each_part_has_its_own_words(index: Index) -> None:
    text = "we shall mend its planks before the winter storms the floor is clean the gutters run"
    assert cut(make_query(read_quoted(Quotation(text=text)), index)) == [("dlighthouse", 0, 9), ("dmarket", 9, 16)]


def test_three_parts_are_three(index: Index) -> None:
    text = "the gutters run and the pigeons we shall mend its planks before the bell ringers slept in their boots"
    assert [part[0] for part in cut(make_query(read_quoted(Quotation(text=text)), index))][:2] == [
        "dmarket",
        "dlighthouse",
    ]


def test_a_whole_quotation_is_one_part(index: Index) -> None:
    text = "we shall mend its planks before the winter storms arrive"
    assert cut(make_query(read_quoted(Quotation(text=text)), index)) == [("dlighthouse", 0, 10)]
