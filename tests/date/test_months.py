"""The table of months."""

import calendar
import tomllib
from importlib.resources import files

from onrecord.date.months import load_months


def test_every_month_is_known_by_its_name_and_its_abbreviation() -> None:
    months = load_months()
    assert [months[name.lower()] for name in calendar.month_name[1:]] == list(range(1, 13))
    assert [months[name.lower()] for name in calendar.month_abbr[1:]] == list(range(1, 13))


def test_every_table_names_its_source() -> None:
    for name in ("months.toml", "numbers.toml"):
        table = tomllib.loads(files("onrecord.date").joinpath("data", name).read_text(encoding="utf-8"))
        assert table["source"]
