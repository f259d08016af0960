"""Dates that a person types or a source states: the cases of `tests/cases/date/stated.txt` and the way back."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.date import parse_date
from onrecord.errors import BadDate
from onrecord.model import Dating

CASES = Path(__file__).parents[1] / "cases" / "date" / "stated.txt"
LINES = [line.split(" | ") for line in CASES.read_text(encoding="utf-8").splitlines() if line.count(" | ") == 2]


@pytest.mark.parametrize(("text", "edtf", "precision"), [pytest.param(*line, id=line[0] or "empty") for line in LINES])
def test_a_stated_date_is_understood_as_its_case_says(text: str, edtf: str, precision: str) -> None:
    if edtf == "none":
        with pytest.raises(BadDate, match="write 2005-08-24"):
            parse_date(text)
        return
    dating = parse_date(text)
    assert (dating.edtf, dating.precision) == (edtf, precision)
    assert [(clue.rule, clue.text) for clue in dating.clues] == [("stated", text)]


def test_month_first_is_an_option() -> None:
    assert parse_date("8/12/2023", day_first=False).edtf == "2023-08-12"


def test_a_hijri_year_that_can_be_two_keeps_both() -> None:
    readings = [(str(each.earliest), str(each.latest)) for each in parse_date("the year 1402").clues[0].readings]
    assert readings == [("1981-10-27", "1982-10-18"), ("2023-03-21", "2024-03-19")]
    assert not parse_date("1445").clues[0].readings


@given(st.dates(), st.dates())
def test_what_a_dating_writes_is_read_back(one: dt.date, other: dt.date) -> None:
    dating = Dating.between(min(one, other), max(one, other))
    again = parse_date(dating.edtf)
    assert (again.earliest, again.latest, again.precision) == (dating.earliest, dating.latest, dating.precision)


@given(st.dates(), st.booleans())
def test_an_open_interval_is_read_back(day: dt.date, is_start: bool) -> None:  # noqa: FBT001 (hypothesis calls it)
    dating = Dating.between(day, None) if is_start else Dating.between(None, day)
    again = parse_date(dating.edtf)
    assert (again.earliest, again.latest) == (dating.earliest, dating.latest)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        dating = parse_date(text)
    except BadDate:
        return
    assert dating.precision != "unknown"
