import pytest

from onrecord.read.dateshapes import dated_quotation, is_claim, is_date


@pytest.mark.parametrize(
    "words",
    ["Nov 3, 2019", "Sept. 5, 2010", "24 /Feb/ 2024", "3rd of May 2011", "Tuesday, May 3, 2011", "2005-08-24",
     "2005-08", "May 2011", "4/4/2023", " May 3 2011 "],
)  # fmt: skip
def test_a_date_is_known_by_its_shape(words: str) -> None:
    assert is_date(words)


@pytest.mark.parametrize(
    "words", ["1833", "May 3", "3.", "p.3183", "Letter 45, 1203", "May the tide 2011", "Letter 62"]
)
def test_other_words_are_no_date(words: str) -> None:
    assert not is_date(words)


def test_a_claim_is_a_name_and_a_date_or_year() -> None:
    assert is_claim("Maren Tolvey, May 17, 2004")
    assert is_claim("Tolvey, 2004")
    assert not is_claim("Maren Tolvey")
    assert not is_claim("2004")


def test_a_dated_quotation_has_its_date_right_behind_its_mark() -> None:
    assert dated_quotation().search("pay.” [May 17, 2004]")
    assert dated_quotation().search("pay.'\n[Tolvey, 2004]")
    assert not dated_quotation().search("pay [May 17, 2004]")
    assert not dated_quotation().search("pay.” [sic]")
