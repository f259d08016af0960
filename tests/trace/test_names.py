import pytest

from onrecord.trace.names import is_name


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("we thank Brandt", "Brandt", True),
        ("We thank her", "We", False),
        ("It is done. We thank her", "We thank", False),
        ("we thank NATO", "NATO", False),
        ("then I said", "I", False),
    ],
)
def test_a_capital_inside_a_sentence_is_a_name(text: str, word: str, expected: bool) -> None:  # noqa: FBT001
    assert is_name(text, text.index(word)) is expected
