import pytest

from onrecord.read.lines import split_lines
from onrecord.read.wrapping import find_wrapping, joint

WRAPPED = """The old quay has stood for ninety winters and
it will not stand for ten more, whatever the
council says. We shall rebuild it stone by
stone, and the masons have given their word."""


def style(source: str) -> str:
    return find_wrapping(split_lines(source)).style


def test_the_style_is_told_from_lengths_and_from_lines_that_stop_in_mid_sentence() -> None:
    assert style(WRAPPED) == "wrapped"
    assert style(WRAPPED.replace("\n", " \n")) == "wrapped-keeping-spaces"
    assert style(WRAPPED.replace("\n", "\n ")) == "wrapped-keeping-spaces"
    assert style(WRAPPED.replace("\n", " ")) == "unwrapped"
    assert (
        style("The old quay has stood for ninety winters.\nThe masons have given their word.\nGo home.") == "unwrapped"
    )
    assert style("") == "unwrapped"
    assert style("Quay\nLamps\nStairs") == "unwrapped"


def test_an_indented_line_begins_a_paragraph_and_a_page_break_does_not() -> None:
    wrapping = find_wrapping(split_lines(WRAPPED))
    first, second, *_ = split_lines(WRAPPED)
    indented, broken = split_lines("   It will not stand.\n it will not stand")
    assert wrapping.joins(first, second)
    assert wrapping.joins(first, broken)
    assert not wrapping.joins(first, indented)


@pytest.mark.parametrize(
    ("line", "after", "between"),
    [
        ("the masons", "of Selwick", " "),
        ("they are well-", "known", ""),
        ("a pay of 3 -", "or 4", " "),
        ("no boat—", "not one", ""),
        ("no boat—", " not one", " "),
        ("no boat —", "not one", " "),
    ],
)
def test_what_rejoins_two_lines(line: str, after: str, between: str) -> None:
    assert joint(line, after) == between
