from onrecord.read.lines import split_lines
from onrecord.read.repeats import find_repeats


def repeated(source: str) -> list[str]:
    doubled = find_repeats(split_lines(source))
    return [line.text for line in split_lines(source) if line.start in doubled]


def test_case_spaces_a_trailing_colon_and_blank_lines_do_not_count() -> None:
    assert repeated("Old quay:\n\nold  Quay\nLamps\nStairs\nLamps") == ["Old quay:", "old  Quay"]


def test_a_line_may_stand_more_than_twice() -> None:
    assert repeated("Quay\nQuay\nQuay\n") == ["Quay"] * 3
