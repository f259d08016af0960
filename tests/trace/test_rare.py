import numpy as np

from onrecord.model import Quotation
from onrecord.trace import Index
from onrecord.trace.placement import find_placements, find_rare_placements, make_query
from onrecord.trace.quoted import read_quoted


def test_words_without_a_shared_run_are_placed_by_their_rare_words(index: Index) -> None:
    text = "brides then coffins plus brass across our estuary"
    query = make_query(read_quoted(Quotation(text=text)), index)
    assert not find_placements(query, low=0, high=len(query.codes))
    best = find_rare_placements(query)[0]
    segment = index.segments[best.segment]
    assert segment.get_head(best.row).document == "dferry"
    assert np.array_equal([query.codes[word] for word, _ in best.pairs], [segment.stream[at] for _, at in best.pairs])


def test_words_that_the_record_lacks_are_placed_nowhere(index: Index) -> None:
    query = make_query(read_quoted(Quotation(text="zyx wvu tsr")), index)
    assert find_rare_placements(query) == []
