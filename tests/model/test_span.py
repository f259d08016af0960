from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span


def test_a_span_is_half_open() -> None:
    assert Span(start=2, end=4).slice("abcdef") == "cd"
    assert len(Span(start=2, end=4)) == 2


def test_neighbours_share_no_character() -> None:
    assert not Span(start=0, end=2).meets(Span(start=2, end=4))


def test_a_span_holds_itself() -> None:
    assert Span(start=1, end=3).holds(Span(start=1, end=3))


@given(st.text(min_size=4), st.integers(0, 3))
def test_a_shifted_span_slices_the_same_characters(text: str, by: int) -> None:
    span = Span(start=0, end=len(text))
    assert span.shift(by).slice("x" * by + text) == text
