"""The block of facts between two `---` lines at the top of a Markdown file."""

import re
from typing import Literal, NamedTuple, cast

from onrecord.model import Fact

FRONT_NAMES = ("title", "date", "speaker", "url")

_BLOCK = re.compile(r"---[ \t]*(?:\r\n?|\n)(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^(\w+)[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


class FrontMatter(NamedTuple):
    """The facts that the block states and where it ends; 0 where there is none."""

    facts: tuple[Fact, ...]
    end: int


def read_front_matter(source: str) -> FrontMatter:
    """The plain `name: value` lines of the block that have one of the `FRONT_NAMES`; all others say nothing here."""
    block = _BLOCK.match(source)
    if block is None:
        return FrontMatter((), 0)
    stated = {match[1].lower(): match[2].strip("\"'") for match in _LINE.finditer(block[1])}
    facts = tuple(
        Fact(name=cast("Literal['title', 'date', 'speaker', 'url']", name), text=stated[name], origin="header")
        for name in FRONT_NAMES
        if stated.get(name)
    )
    return FrontMatter(facts, block.end())
