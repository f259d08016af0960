import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.keep import matching
from onrecord.keep.matching import Stretch, find_differing

WORDS = st.lists(st.sampled_from(("the", "quay", "lamp", "bread", "mason", "of")), max_size=40)


def rebuild(words: list[str], others: list[str], differing: tuple[Stretch, ...]) -> list[str]:
    built, at = [], 0
    for stretch in differing:
        built += words[at : stretch.start] + others[stretch.other : stretch.other_end]
        at = stretch.end
    return built + words[at:]


@given(WORDS, WORDS)
def test_the_differences_lead_from_one_text_to_the_other(words: list[str], others: list[str]) -> None:
    assert rebuild(words, others, find_differing(words, others)) == others


@given(WORDS)
def test_a_text_does_not_differ_from_itself(words: list[str]) -> None:
    assert find_differing(words, words) == ()


def test_texts_too_long_to_align_at_once_are_parted_at_what_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MOST_PAIRS", 400)
    source = random.Random(3)
    words = [f"word{source.randrange(500)}" for _ in range(600)]
    others = [*words[:100], "new", "words", *words[100:300], *words[310:]]
    differing = find_differing(words, others)
    assert rebuild(words, others, differing) == others
    assert sum(each.end - each.start + each.other_end - each.other for each in differing) <= 30


def test_long_texts_with_nothing_in_common_differ_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MOST_PAIRS", 10)
    words, others = [f"a{n}" for n in range(20)], [f"b{n}" for n in range(30)]
    assert find_differing(words, others) == (Stretch(start=0, end=20, other=0, other_end=30),)
