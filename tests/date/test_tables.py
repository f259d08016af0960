"""The word lists."""

import calendar
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.date.tables import load_table

TABLES = sorted(Path(str(entry)).stem for entry in files("onrecord.date").joinpath("data").iterdir())


def test_every_month_is_known_by_its_name_and_its_abbreviation() -> None:
    months = load_table("months")["months"]
    assert [months[name] for name in calendar.month_name[1:]] == list(range(1, 13))
    assert [months[name] for name in calendar.month_abbr[1:]] == list(range(1, 13))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_names_its_source(name: str) -> None:
    assert load_table(name)["source"]
