"""How the lines of a text were broken: one line a paragraph, or wrapped at a width."""

import re
from itertools import pairwise
from typing import Literal

import msgspec

from onrecord.read.lines import Line

Style = Literal["unwrapped", "wrapped", "wrapped-keeping-spaces"]

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”\u2019»)\]]*\s*$")
_HYPHEN_END = re.compile(r"\w[-\u2010]$")
_DASH_END = re.compile(r"\w[—\u2013]$")
# Nobody wraps prose narrower or wider than this (characters).
_NARROWEST, _WIDEST = 30, 140
_INDENT = 2
# Of so few lines none is left out as too long: it may be the only paragraph.
_FEW = 6


class Wrapping(msgspec.Struct, frozen=True, kw_only=True):
    """The style of a text and, where it is wrapped, the width at which its lines end.

    A program that drops no space when it wraps leaves it at the line's end or at the next one's start; a line break
    without any space is then the end of a paragraph.
    """

    style: Style
    width: int = 0

    def joins(self, line: Line, after: Line) -> bool:
        """Whether `after` goes on with the paragraph of `line`; neither is blank."""
        if self.style == "unwrapped" or len(line.text) > self.width * 1.3:
            return False
        if self.style == "wrapped-keeping-spaces":
            return self._joins_spaced(line.text, after.text)
        indented = len(after.text) - len(after.text.lstrip()) >= _INDENT
        # Two short lines are an address, a signature, verses: a wrapped paragraph has one at its end.
        both_short = max(len(line.text), len(after.text)) < self.width * 0.5
        return not (indented or both_short or self._is_last(line.text))

    def _joins_spaced(self, line: str, after: str) -> bool:
        if not (line.endswith(" ") or after.startswith(" ")):
            return bool(_HYPHEN_END.search(line)) and len(line) > self.width // 2
        first_word = after.split(maxsplit=1)[0]
        would_have_fitted = len(line.rstrip()) + 1 + len(first_word) < self.width - 3
        return not (would_have_fitted and ends_sentence(line))

    def _is_last(self, line: str) -> bool:
        return len(line) < self.width * 0.8 and bool(_SENTENCE_END.search(line))


def joint(line: str, after: str) -> str:
    """What stands between two wrapped lines when they are rejoined: nothing after a hyphen or a dash, else a space."""
    if _HYPHEN_END.search(line) or (_DASH_END.search(line) and not after.startswith(" ")):
        return ""
    return " "


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a mark that closes a sentence or a clause."""
    return bool(_SENTENCE_END.search(text))


def find_wrapping(lines: tuple[Line, ...]) -> Wrapping:
    """How these lines were broken, told from their lengths and from how many stop in mid-sentence."""
    lengths = sorted(len(line.text) for line in lines if not line.is_blank)
    if not lengths:
        return Wrapping(style="unwrapped")
    width = lengths[-1] if len(lengths) < _FEW else lengths[(len(lengths) - 1) * 19 // 20]
    if not _NARROWEST <= width <= _WIDEST:
        return Wrapping(style="unwrapped")
    neighbours = [(a.text, b.text) for a, b in pairwise(lines) if not (a.is_blank or b.is_blank)]
    full = [(a, b) for a, b in neighbours if len(a) >= width * 0.6]
    stopping = sum(1 for a, _ in full if not ends_sentence(a))
    if not full or stopping * 2 < len(full):
        return Wrapping(style="unwrapped")
    spaced = sum(1 for a, b in full if a.endswith(" ") or b.startswith(" "))
    return Wrapping(style="wrapped-keeping-spaces" if spaced * 10 >= len(full) * 7 else "wrapped", width=width)
