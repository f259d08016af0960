import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.keep.succession import find_same_place
from onrecord.model import Document, Span
from onrecord.trace.words import find_words

TEXT = (
    "The quay is old. We shall rebuild it stone by stone, because a town without a quay is a town without bread. "
    "The quay is old, and so am I."
)


def build(text: str) -> Document:
    return Document(id="d1", version="v1", source="", form="transcript", title="", text=text)


def follow(words: str, after: str, *, last: bool = False) -> str | None:
    start = TEXT.rindex(words) if last else TEXT.index(words)
    span = find_same_place(build(TEXT), Span(start=start, end=start + len(words)), build(after))
    return None if span is None else span.slice(after)


def test_words_that_moved_are_found_where_they_stand() -> None:
    assert follow("a town without a quay", f"A new first line.\n\n{TEXT}") == "a town without a quay"


def test_words_that_are_gone_have_no_place() -> None:
    assert follow("a town without bread", TEXT.replace("bread", "beer")) is None
    assert follow("We shall rebuild it", TEXT.replace("shall", "shall not")) is None


def test_a_change_of_typography_leaves_the_words() -> None:
    assert follow("stone, because a town", TEXT.replace("stone, because", "stone \u2014 because")) == (
        "stone \u2014 because a town"
    )


def test_of_two_places_the_one_with_the_same_neighbours_is_meant() -> None:
    after = TEXT.replace("The quay is old. ", "")
    place = find_same_place(build(TEXT), Span(start=TEXT.rindex("quay"), end=TEXT.rindex("quay") + 4), build(after))
    assert place is not None
    assert place.start == after.rindex("quay")


def test_a_short_run_in_other_company_is_not_the_same_place() -> None:
    assert follow("bread", "Nothing of that. But somebody sold bread cheaply.") is None


def test_half_a_word_leads_to_the_whole() -> None:
    assert follow("own without bre", TEXT) in {"own without bre", "town without bread"}


@pytest.mark.parametrize("words", ["The quay is old", "stone by stone", "I"])
def test_in_an_unchanged_text_every_place_is_its_own(words: str) -> None:
    for last in (False, True):
        start = TEXT.rindex(words) if last else TEXT.index(words)
        span = Span(start=start, end=start + len(words))
        assert find_same_place(build(TEXT), span, build(TEXT)) == span


WORDS = st.lists(st.sampled_from(["quay", "lamp", "Bread", "of", "it"]), min_size=1, max_size=30).map(" ".join)


@given(WORDS, WORDS, st.integers(0, 60), st.integers(1, 30))
def test_a_successor_never_has_other_words(before: str, after: str, start: int, length: int) -> None:
    span = Span(start=min(start, len(before) - 1), end=min(min(start, len(before) - 1) + length, len(before)))
    place = find_same_place(build(before), span, build(after))
    if place is not None:
        found = find_words(place.slice(after)).forms
        ours = find_words(before)
        meant = tuple(
            form
            for form, begin, end in zip(ours.forms, ours.starts, ours.ends, strict=True)
            if begin < span.end and span.start < end
        )
        assert found == meant or place.slice(after) == span.slice(before)
