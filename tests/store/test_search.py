from onrecord.model import Span
from onrecord.store.search import CLOSE, OPEN, find_marked


def test_the_spans_of_marked_words_count_without_the_marks() -> None:
    assert find_marked(f"the {OPEN}old{CLOSE} {OPEN}quay{CLOSE}") == (Span(start=4, end=7), Span(start=8, end=12))
