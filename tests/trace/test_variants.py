import pytest

from onrecord.trace.variants import is_filler, is_variant


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "do not"),
        ("can't", "cannot"),
        ("it's", "it has"),
        ("twenty five", "25"),
        ("two hundred and ten thousand".replace(" and", ""), "210000"),
        ("organised", "organized"),
        ("labour", "labor"),
        ("centre", "center"),
        ("okay", "ok"),
        ("sen", "senator"),
        ("to day", "today"),
        ("uh the pier", "the pier"),
    ],
)
def test_other_spellings_are_the_same_words(one: str, other: str) -> None:
    assert is_variant(one.split(), other.split())
    assert is_variant(other.split(), one.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "do"),
        ("can", "cannot"),
        ("twenty six", "25"),
        ("four", "for"),
        ("hour", "hor"),
        ("not not", "not"),
        ("", "pier"),
        ("wise", "wize"),
    ],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert not is_variant(one.split(), other.split())


def test_a_hesitation_is_a_filler() -> None:
    assert is_filler(["uh", "um"])
    assert not is_filler([])
