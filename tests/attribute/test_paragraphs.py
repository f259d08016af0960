"""What stands between blank lines."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribute.paragraphs import find_paragraphs


def test_blank_lines_with_spaces_part_paragraphs_and_single_ones_do_not() -> None:
    text = "The quay\nrises.\n \t\n\n The lamps burn.\n"
    assert [span.slice(text) for span in find_paragraphs(text)] == ["The quay\nrises.", "The lamps burn.\n"]


@given(st.text(st.sampled_from("a \n\t"), max_size=30))
def test_paragraphs_hold_every_letter_once(text: str) -> None:
    assert "".join(span.slice(text) for span in find_paragraphs(text)).count("a") == text.count("a")
