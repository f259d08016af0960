"""The sentence around a quotation."""

import pytest

from onrecord.attribute.sentences import find_gaps, find_sentence_ends
from onrecord.model import Span


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("It rained. She said <the quay> in 2004. It rained.", ["She said ", " in 2004. "]),
        ("On Jan. 6 Mrs. J. Tolvey, etc., said <the quay.> It rained.", ["On Jan. 6 Mrs. J. Tolvey, etc., said ", " "]),
        ("It rained!\n\nShe said <the quay>\n\nIt rained", ["She said ", "\n\n"]),
        ("<Who came?> Tolvey asked. It rained.", [" Tolvey asked. "]),
        ("<She came.> It rained. She said so.", [" "]),
        ("<She came.>\n\nTolvey said so.", ["\n\n"]),
        ("She said <the quay. It rises. Yes> and left.", ["She said ", " and left."]),
    ],
)
def test_a_sentence_is_what_stands_between_stops_that_are_not_quoted(text: str, gaps: list[str]) -> None:
    span = Span(start=text.index("<"), end=text.index(">") + 1)
    quoted = text.replace("<", '"').replace(">", '"')
    ends = find_sentence_ends(quoted, (span,))
    assert [gap.slice(quoted) for gap in find_gaps(quoted, span, (span,), ends)] == gaps


def test_a_text_without_stops_is_a_sentence_of_limited_length() -> None:
    text = "rope " * 1000 + '"lamp"' + " rope" * 1000
    span = Span(start=5000, end=5006)
    assert sum(len(gap) for gap in find_gaps(text, span, (span,), find_sentence_ends(text, (span,)))) == 1200
