"""Romanised names: one sound for every spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.date.names import find_names
from onrecord.date.spelling import get_sound


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (("Rabi' al-Awwal", "Rabi al-Awal", "Rabi-ul-Awwal", "Rabiul Awwal", "Rabee al-Awwal", "Rabi I"), 3),
        (("Rabi' al-Thani", "Rabi us-Sani", "Rabi al-Akhir", "Rabi' al-Aakhar", "Rabi II"), 4),
        (("Jumada al-Ula", "Jamadi al-Awwal", "Jumada al-Awwal", "Jumadal Ula", "Jumada I"), 5),
        (("Jumada al-Thani", "Jamadi-us-Thani", "Jumada al-Akhirah", "Jomadi-ol-Sani", "Jumada II"), 6),
        (("Dhu al-Qa'dah", "Dhul Qi'dah", "Zil-Qa'da", "Zilqadah", "Ziqadah", "Dhu'l-Qa\u02bfda"), 11),
        (("Dhu al-Hijjah", "Zihajjah", "Zul-Hijja", "Dhul Hijjah", "Zil-Hajjah", "Zilhajj"), 12),
        (("Sha'ban", "Shaban", "Shaaban", "Sha\u2019ban"), 8),
        (("Ramadan", "Ramazan", "Ramadhan", "Ramzan", "Rama\u1e0d\u0101n"), 9),
    ],
)
def test_every_spelling_names_its_lunar_month(names: tuple[str, ...], number: int) -> None:
    for name in names:
        assert [(each.kind, each.number) for each in find_names(name)] == [("islamic", number)], name


def test_names_of_people_and_places_are_no_lunar_months() -> None:
    assert list(find_names("Rabin, Zionist, Zurich, Jamal, Zahra, Rabat and Jumbo met Dhabi Zia al-Haq")) == []


@given(st.text(max_size=40))
def test_a_sound_is_made_of_any_text(text: str) -> None:
    assert get_sound(text) == get_sound(text)
