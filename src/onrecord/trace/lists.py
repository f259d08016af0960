"""The word lists in `data/`, each with its source."""

import functools
import importlib.resources
import tomllib
from typing import Any


@functools.cache
def read_lists(name: str) -> dict[str, Any]:
    """The tables of one list file, by its name without the ending."""
    file = importlib.resources.files("onrecord.trace") / "data" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@functools.cache
def get_words(kind: str) -> frozenset[str]:
    """The words of one kind in `kinds.toml`."""
    return frozenset(read_lists("kinds")[kind]["words"])
