"""Quotations between single marks."""

import pytest

from onrecord.attribute.singles import pair_single_marks
from onrecord.model import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("the 'reef' and the \u2018rope\u2019", ["reef", "rope"]),
        ("'It's ours,' she said", ["It's ours,"]),
        ("don't, it's, the keepers' rope", []),
        ("'tis the '90s; give 'em rope", []),
        ("'the keepers' ropes' are wet", []),
        ("'the keepers' are wet", ["the keepers"]),
        ("\u2018the keepers\u2019 rope,\u2019 she said", ["the keepers\u2019 rope,"]),
    ],
)
def test_single_marks_quote_where_they_are_clearly_no_apostrophes(text: str, quoted: list[str]) -> None:
    assert [each.inner.slice(text) for each in pair_single_marks(text, Span(start=0, end=len(text)))] == quoted
