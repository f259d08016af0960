from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.parts import name_parts

TITLES = st.lists(st.sampled_from(["The lamps", "the  Lamps:", "Quay", "Ropes are dear", "", "…"]), max_size=8).map(
    tuple
)


def test_a_name_is_made_of_the_first_words_and_a_hash() -> None:
    (name,) = name_parts(("The Lamps of Selwick, lit again after eleven years",))
    assert name.rpartition("-")[0] == "the-lamps-of-selwick-lit-again"


@given(titles=TITLES)
def test_names_are_distinct_and_stay_when_items_are_added_above(titles: tuple[str, ...]) -> None:
    names = name_parts(titles)
    assert len(set(names)) == len(titles)
    assert name_parts(("The lamps", *titles))[1:] == names
