"""What stands at the edges of every page: running heads, page numbers."""

import re
from collections import Counter
from typing import NamedTuple

from onrecord.read.pdf.extraction import PdfLine, PdfPage

_NUMBER = re.compile(
    r"\W*(?:(?:page|p\.|seite|صفحه)\s*)?(?:[\d\u0660-\u0669\u06f0-\u06f9]{1,4}|[ivxlc]{1,7})(?:\s*(?:of|von|/|از)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
# Of the height of the page, from its upper and its lower edge.
_MARGIN = 0.14
_SHARE = 0.4
_FEWEST_PAGES = 2
_LINES_A_MARGIN = 3


class Cleared(NamedTuple):
    """The lines of a page that are its text, and those that are furniture."""

    lines: tuple[PdfLine, ...]
    furniture: tuple[PdfLine, ...]


def clear_margins(pages: tuple[PdfPage, ...]) -> tuple[Cleared, ...]:
    """The pages without the lines that return at the same height of others, numbers aside, and without page numbers."""
    margins = [_find_margins(page) for page in pages]
    seen = Counter(key for lines in margins for key in {_get_key(line) for line in lines})
    fewest = max(_FEWEST_PAGES, _SHARE * sum(1 for page in pages if page.lines))
    running = {key for key, count in seen.items() if count >= min(fewest, 5)}
    return tuple(_clear(page, lines, running) for page, lines in zip(pages, margins, strict=True))


def _clear(page: PdfPage, margins: tuple[PdfLine, ...], running: set[tuple[str, int]]) -> Cleared:
    out = {id(line) for line in margins if _get_key(line) in running or _NUMBER.fullmatch(line.text)}
    kept = tuple(line for line in page.lines if id(line) not in out)
    return Cleared(kept, tuple(line for line in page.lines if id(line) in out))


def _find_margins(page: PdfPage) -> tuple[PdfLine, ...]:
    height = page.height
    by_height = sorted(page.lines, key=lambda line: line.baseline)
    upper = [line for line in by_height[-_LINES_A_MARGIN:] if line.baseline > (1 - _MARGIN) * height]
    lower = [line for line in by_height[:_LINES_A_MARGIN] if line.baseline < _MARGIN * height]
    return (*upper, *lower)


def _get_key(line: PdfLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text).casefold(), round(line.baseline / 6)
