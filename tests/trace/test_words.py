import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.trace.words import encode_word, find_words, normalise_word, to_codes


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The Pier's planks", ["the", "pier's", "planks"]),
        ("The Pier\u2019s planks", ["the", "pier's", "planks"]),
        ("self-sacrifice", ["self", "sacrifice"]),
        ("$1,250,000 and 13.5 per cent", ["1250000", "and", "13.5", "per", "cent"]),
        ("the U.S. fleet", ["the", "us", "fleet"]),
        ("a fa\u00e7ade", ["a", "facade"]),
        ("[T]he captain end[ed] it", ["the", "captain", "ended", "it"]),
        ("sure[sic] of it", ["sure", "sic", "of", "it"]),
        ("\u2026 \u2014 !", []),
    ],
)
def test_words_are_compared_without_typography(text: str, forms: list[str]) -> None:
    assert list(find_words(text).forms) == forms


@given(st.text())
def test_every_word_slices_to_its_form(text: str) -> None:
    words = find_words(text)
    for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
        assert normalise_word(text[start:end]) == form


def test_a_stretch_has_offsets_in_the_whole_text() -> None:
    assert find_words("one two three", 4).starts == (4, 8)
    assert find_words("one two three", 4, 7).forms == ("two",)


def test_codes_are_the_same_everywhere() -> None:
    assert to_codes(["pier", "pier"]).tolist() == [encode_word("pier")] * 2
    assert encode_word("pier") == 2885419229
