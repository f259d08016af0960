"""Quotations in several pieces: over several paragraphs, or around the writer's own words."""

import re

import msgspec

from onrecord.attribute.brackets import Claim
from onrecord.attribute.cues import count_cues
from onrecord.attribute.pairing import Quoted
from onrecord.attribute.sentences import has_sentence_end
from onrecord.attribute.stretches import Stretch

_BARRIER = re.compile(r"\n\s*\n|[\[\]]")
_WORD = re.compile(r"\w+")
_STOP = (".", "!", "?", "\u2026", ";", ":")
_HALT = (",", "\u2014", "\u2013", "-")
_JOINTS = frozenset({"and", "as", "but", "or", "that"})
_LONGEST_CLAUSE = 30
_SHORT_CLAUSE = 4
_SHORTEST_FRAME = 3


class Pieces(msgspec.Struct, frozen=True, kw_only=True):
    """The pieces of one quotation; `interrupted` says of each but the first whether the writer's words stand before it.

    `claim` is the bracketed one right after the last piece.
    """

    quoted: tuple[Quoted, ...]
    interrupted: tuple[bool, ...] = ()
    claim: Claim | None = None

    @property
    def start(self) -> int:
        """Where the quotation begins, its mark included."""
        return self.quoted[0].outer.start

    @property
    def end(self) -> int:
        """Where the quotation ends, its mark included."""
        return self.quoted[-1].outer.end


def join_pieces(text: str, stretches: tuple[Stretch, ...]) -> tuple[Pieces, ...]:
    """The quotations that the stretches between marks make up, each with the claim right after it."""
    joined: list[Pieces] = []
    for stretch in stretches:
        following = Pieces(quoted=(stretch.quoted,), claim=stretch.claim)
        last = joined[-1] if joined else None
        if last is None or last.claim is not None:
            joined.append(following)
        elif _goes_on_in_new_paragraph(text, last, following):
            joined[-1] = _join(last, following, interrupted=False)
        elif _is_split(text, last, following) or _is_framed(text, last, following):
            joined[-1] = _join(last, following, interrupted=True)
        else:
            joined.append(following)
    return tuple(joined)


def _join(first: Pieces, second: Pieces, *, interrupted: bool) -> Pieces:
    return Pieces(
        quoted=first.quoted + second.quoted, interrupted=(*first.interrupted, interrupted), claim=second.claim
    )


def _goes_on_in_new_paragraph(text: str, first: Pieces, second: Pieces) -> bool:
    """Whether an unclosed paragraph is followed by one with the same opening mark, or a block quotation by another."""
    last, following = first.quoted[-1], second.quoted[0]
    between = text[first.end : second.start]
    if between.strip() or "\n" not in between:
        return False
    if last.is_block or following.is_block:
        return last.is_block and following.is_block
    return not last.closed and text[last.outer.start] == text[following.outer.start]


def _is_split(text: str, first: Pieces, second: Pieces) -> bool:
    """Whether only "she said" stands between: "X," she said, "y"."""
    between = text[first.end : second.start]
    words = _WORD.findall(between)
    if not (first.quoted[-1].closed and second.quoted[0].opened) or len(words) > _LONGEST_CLAUSE:
        return False
    # A second verb ("said, adding later,") or a conjunction ("said, but") introduces something new.
    if count_cues(between) != 1 or _is_parted(between) or words[-1].lower() in _JOINTS:
        return False
    ending = _get_ending(text, first)
    if ending.endswith((".", ";", ":")):
        return False
    in_lower_case = _begins_lower(text, second)
    if between.rstrip().endswith(_HALT) and ending.endswith((*_HALT, "?", "!", "\u2026")):
        return in_lower_case or ending.endswith(_HALT)
    return in_lower_case and len(words) <= _SHORT_CLAUSE and _begins_sentence(text, first.start)


def _is_framed(text: str, first: Pieces, second: Pieces) -> bool:
    """Whether a sentence begins with quoted words, goes on in the writer's and ends in quoted words under one claim."""
    between = text[first.end : second.start]
    if (
        second.claim is None
        or second.claim.on is None
        or not _begins_lower(text, second)
        or not first.quoted[-1].closed
    ):
        return False
    if _is_parted(between) or not between.rstrip().endswith(_HALT):
        return False
    frame = len(_WORD.findall(between)) >= _SHORTEST_FRAME
    return frame and not _get_ending(text, first).endswith(_STOP) and _begins_sentence(text, first.start)


def _is_parted(between: str) -> bool:
    """Whether a paragraph, a sentence or a bracket parts what stands before from what stands after."""
    stripped = between.rstrip()
    return bool(_BARRIER.search(between)) or stripped.endswith((".", "!", "?")) or has_sentence_end(between)


def _get_ending(text: str, pieces: Pieces) -> str:
    """The last characters of the quoted words and what stands right after their mark."""
    after = text[pieces.end : pieces.end + 1]
    return pieces.quoted[-1].inner.slice(text).rstrip()[-1:] + (after if after in {",", ".", ";"} else "")


def _begins_lower(text: str, pieces: Pieces) -> bool:
    return pieces.quoted[0].inner.slice(text).lstrip("\u2026. [")[:1].islower()


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 80) : start].rstrip(" \t\xa0")
    return not before or before.endswith(("\n", "]", *_STOP, '"', "\u201d"))
