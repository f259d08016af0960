"""The word lists of this room: TOML files in `data/`, each with its source."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The table `data/<name>.toml`."""
    return tomllib.loads(files("onrecord.date").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))
