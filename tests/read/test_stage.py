import pytest

from onrecord.read.stage import is_stage_direction


@pytest.mark.parametrize(
    "words",
    ["Laughter", "applause", " Inaudible ", "speaking in Frisian", "audience laughs", 'Audience shout "Fair pay"',
     "Members of the audience spoke over the President.", "The crowd then slowly applauds", "There was a disruption"],
)  # fmt: skip
def test_what_the_hall_did_is_a_stage_direction(words: str) -> None:
    assert is_stage_direction(words)


@pytest.mark.parametrize(
    "words",
    ["the audience", "people", "i.e., the crowd", "The people of Marrow", "laughable", "and", "the keepers say"],
)
def test_an_editors_words_are_none(words: str) -> None:
    assert not is_stage_direction(words)
