"""Lines that stand twice in a row, as the title of an item does in the dump of a listing: as link and as heading."""

from itertools import pairwise

from onrecord.read.lines import Line


def fold_line(text: str) -> str:
    """The words of a line, whatever its case, spacing and trailing colon."""
    return " ".join(text.casefold().split()).rstrip(": ")


def find_repeats(lines: tuple[Line, ...]) -> frozenset[int]:
    """The offsets of lines that say the same as the one above or below; blank lines between them do not count."""
    shown = [line for line in lines if not line.is_blank]
    doubled: set[int] = set()
    for above, below in pairwise(shown):
        if say_the_same(above.text, below.text):
            doubled |= {above.start, below.start}
    return frozenset(doubled)


def say_the_same(above: str, below: str) -> bool:
    """Whether two lines differ in nothing but case, spacing and a trailing colon; their first letters part most."""
    return above[:3].casefold() == below[:3].casefold() and fold_line(above) == fold_line(below)
