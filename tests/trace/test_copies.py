import numpy as np

from onrecord.model import Quotation
from onrecord.trace import Index, Library
from onrecord.trace.attempt import find_attempt
from onrecord.trace.claim import Claim
from onrecord.trace.copies import are_copies, measure_share
from onrecord.trace.passages import get_head
from onrecord.trace.placement import Placement, make_query
from onrecord.trace.quoted import read_quoted


def find_places(index: Index, shelf: Library, words: str) -> list[Placement]:
    attempt = find_attempt(make_query(read_quoted(Quotation(text=words)), index), shelf, Claim())
    assert attempt is not None
    return [attempt.place, *attempt.others]


def test_one_speech_printed_twice_is_a_copy(index: Index, shelf: Library) -> None:
    one, other = find_places(index, shelf, "We learned that patience is also a kind of seamanship.")
    assert are_copies(index, (one, get_head(one, index)), (other, get_head(other, index)))
    assert not are_copies(index, (one, get_head(one, index)), (one, get_head(one, index)))


def test_a_line_in_two_speeches_makes_no_copies(index: Index, shelf: Library) -> None:
    one, other = find_places(index, shelf, "I would rather dredge twice than beg once.")
    assert not are_copies(index, (one, get_head(one, index)), (other, get_head(other, index)))


def test_the_share_is_of_the_shorter_document() -> None:
    short, long = np.array([1, 2], dtype=np.uint64), np.array([2, 3, 4, 5], dtype=np.uint64)
    assert measure_share(short, long) == 0.5
    assert measure_share(short[:0], long) == 0.0
