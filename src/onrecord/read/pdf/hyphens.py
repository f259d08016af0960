"""Words that a line end cuts in two."""

import re
from collections.abc import Iterable

_LAST = re.compile(r"(\w+)[-\u2010]$")
_FIRST = re.compile(r"\w+")
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")


def find_words(lines: Iterable[str]) -> frozenset[str]:
    """Every whole word of the lines, in small letters; those at a line's end and start are whole unless cut."""
    return frozenset(match[0].casefold() for line in lines for match in _WORD.finditer(line))


def is_cut(line: str, after: str, words: frozenset[str]) -> bool:
    """Whether the hyphen that ends `line` only stands there because the line ended.

    It belongs to the word where the text has the word with it elsewhere, or where no small letter follows.
    """
    last, first = _LAST.search(line), _FIRST.match(after)
    if last is None or first is None or not first[0][0].islower() or last[1].isdigit():
        return False
    whole = f"{last[1]}{first[0]}".casefold()
    return whole in words or f"{last[1]}-{first[0]}".casefold() not in words


def ends_with_hyphen(line: str) -> bool:
    """Whether the line ends in the middle of a word."""
    return bool(_LAST.search(line))
