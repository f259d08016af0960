"""The names of the Gregorian months."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def load_months() -> dict[str, int]:
    """The number of each month by its lower-case name or abbreviation."""
    table = tomllib.loads(files("onrecord.date").joinpath("data/months.toml").read_text(encoding="utf-8"))
    return {name.lower(): number for name, number in table["months"].items()}


@cache
def build_month_pattern() -> str:
    """A regular expression for a month's name, capitalised or in capitals; "may" and "march" are words."""
    names = [name.capitalize() for name in load_months()]
    spellings = sorted({*names, *map(str.upper, names)}, key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, spellings)) + ")"
