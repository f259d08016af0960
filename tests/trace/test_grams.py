from hypothesis import given
from hypothesis import strategies as st

from onrecord.trace.grams import hash_grams, is_whole
from onrecord.trace.words import to_codes


@given(st.lists(st.sampled_from(["pier", "boat", "lamp", "rope"]), max_size=12))
def test_equal_runs_have_equal_keys(forms: list[str]) -> None:
    keys = hash_grams(to_codes(forms)).tolist()
    runs = [tuple(forms[at : at + 3]) for at in range(len(forms) - 2)]
    assert len(keys) == len(runs)
    assert len(set(keys)) == len(set(runs))


def test_no_run_crosses_the_end_of_a_document() -> None:
    codes = to_codes(["a", "b", "c", "d", "e"])
    codes[2] = 0
    assert not is_whole(codes).any()
