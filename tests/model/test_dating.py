import datetime as dt

import pytest

from onrecord.model import Dating, Precision


def make(earliest: str, latest: str, precision: Precision) -> Dating:
    start, end = (dt.date.fromisoformat(day) if day else None for day in (earliest, latest))
    return Dating(earliest=start, latest=end, precision=precision)


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "edtf"),
    [
        ("2005-08-24", "2005-08-24", "day", "2005-08-24"),
        ("2005-08-01", "2005-08-31", "month", "2005-08"),
        ("2005-01-01", "2005-12-31", "year", "2005"),
        ("2004-03-01", "2005-02-11", "interval", "2004-03-01/2005-02-11"),
        ("2004-03-01", "", "interval", "2004-03-01/.."),
        ("", "2004-03-01", "interval", "../2004-03-01"),
        ("", "", "unknown", ""),
    ],
)
def test_edtf_says_no_more_than_is_known(earliest: str, latest: str, precision: Precision, edtf: str) -> None:
    assert make(earliest, latest, precision).edtf == edtf


def test_a_day_inside_the_year_may_meet_it() -> None:
    assert make("2005-08-24", "2005-08-24", "day").may_meet(make("2005-01-01", "2005-12-31", "year"))


def test_a_day_of_another_year_does_not_meet_it() -> None:
    assert not make("2004-12-31", "2004-12-31", "day").may_meet(make("2005-01-01", "2005-12-31", "year"))


def test_the_last_day_of_an_interval_belongs_to_it() -> None:
    assert make("2005-12-31", "2005-12-31", "day").may_meet(make("2005-01-01", "2005-12-31", "year"))


def test_an_unknown_date_may_be_any_day() -> None:
    assert Dating().may_meet(make("2005-08-24", "2005-08-24", "day"))
