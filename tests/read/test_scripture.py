import pytest

from onrecord.read.scripture import is_bare_reference, is_named_reference


@pytest.mark.parametrize(
    "reference",
    [
        "Quran 4:76",
        "Qur\u2019an, 26:61",
        "the Holy Qur'an, 33: 70-71",
        "The Holy Quran, 103",
        "The Holy Quran, Sura an-Nisa, Ayah 79",
        "The Holy Quran, Surah Yusuf, Verse 21",
        "Koran 2:255, 256",
        "John 3:16",
        "1 Corinthians 13:4-7",
    ],
)
def test_a_named_reference_is_known(reference: str) -> None:
    assert is_named_reference(reference)


@pytest.mark.parametrize(
    "words", ["Quranic verse", "the Quran says", "Letter 62", "John came at 3", "see Quran 4:76", ""]
)
def test_other_words_are_no_reference(words: str) -> None:
    assert not is_named_reference(words)


def test_two_bare_numbers_are_a_verse_only_behind_a_quotation_or_the_word() -> None:
    assert is_bare_reference("4:76", "weak.” ")
    assert is_bare_reference("2: 156", "in this ayah ")
    assert not is_bare_reference("9:30", "we met ")
    assert not is_bare_reference("9:30 p.m.", "weak.” ")
