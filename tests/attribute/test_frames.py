"""The stretches around a quotation, and whose each is."""

import pytest

from onrecord.attribute.frames import build_frames, get_distance
from onrecord.model import Span


def split(text: str) -> list[str]:
    """The near frames of the quotation between `<` and `>`, in order; other quotations have straight marks."""
    quotation = Span(start=text.index("<"), end=text.index(">") + 1)
    plain = text.replace("<", '"').replace(">", '"')
    bounds = [place for place, char in enumerate(plain) if char == '"']
    edges = [0, *bounds, len(plain)]
    gaps = [Span(start=edges[n] + (n > 0), end=edges[n + 1]) for n in range(0, len(edges), 2)]
    frames = build_frames(plain, tuple(gap for gap in gaps if len(gap)), quotation, (), trails=False)
    return [frame.text for frame in frames if frame.is_near]


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("She said <a> in 2004.", ["She said ", " in 2004."]),
        ("In 2004 <a> was what she said.", [" was what she said.", "In 2004 "]),
        ('She said <a> in 2004 and "b" in 2005.', ["She said ", " in 2004 "]),
        ('She said "a" in 2004 and <b> in 2005.', ["and ", " in 2005."]),
        ('She said "a" and in 2005 <b>.', ["and in 2005 ", "."]),
        ('She said "a" to masons and keepers in 2004, <b>.', [", ", "."]),
        ('"A," she said, adding <b>.', [" she said, adding ", "."]),
        ('She told "a" to <b>.', [" to ", "."]),
    ],
)
def test_words_between_two_quotations_belong_to_one_of_them(text: str, frames: list[str]) -> None:
    assert split(text) == frames


def test_spans_that_touch_have_no_distance() -> None:
    assert get_distance(Span(start=0, end=4), Span(start=4, end=6)) == 0
    assert get_distance(Span(start=9, end=12), Span(start=4, end=6)) == 3
