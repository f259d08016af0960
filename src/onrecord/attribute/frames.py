"""Frames: the stretches of the writer's words around a quotation, each with the people that it names."""

import re
from typing import Literal

import msgspec

from onrecord.attribute.asides import blank, find_asides, find_parentheses
from onrecord.attribute.cues import has_cue
from onrecord.attribute.mentions import Mention
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Span

Side = Literal["lead", "inner", "trail"]

_QUOTE_MARKS = "\"'`\u2018\u2019\u201c\u201d\u201e\u201f\u00ab\u00bb"
_JOINT = re.compile(r"\b(?:and|but|while|whereas|or)\b(?=\W*(?:\Z|[A-Z]|(\w+)))|;")
_PARTICIPLE = re.compile(r"[\s,]*(?:\w+ly\s+)?\w+ing\b")


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the writer before, inside or after a quotation; `start` is their place, the rest is counted from there.

    `text` has spaces in place of asides and parentheses, `asides` are the former. `between` is set where another
    quotation has a claim on the words as well, `is_near` where they touch this one.
    """

    start: int
    text: str
    asides: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    side: Side
    is_near: bool
    between: bool = False

    @property
    def span(self) -> Span:
        """The place of the frame in the text of the document."""
        return Span(start=self.start, end=self.start + len(self.text))


def build_frames(
    text: str, gaps: tuple[Span, ...], quotation: Span, mentions: tuple[Mention, ...], *, trails: bool
) -> tuple[Frame, ...]:
    """The frames of a quotation, the likeliest place of a claim first; `gaps` are all stretches of its sentence.

    `trails` says that the quotation ends as one does before "she said". A frame with a cue verb comes first, what does
    not touch the quotation last.
    """
    frames = [_build_frame(text, gap, quotation, mentions) for gap in gaps]
    order: dict[Side, int] = {"inner": 0, "lead": 2 if trails else 1, "trail": 1 if trails else 2}
    frames.sort(key=lambda each: (not each.is_near, each.is_near and not has_cue(each.text), order[each.side]))
    near = [each for each in frames if each.is_near]
    far = sorted((each for each in frames if not each.is_near), key=lambda each: get_distance(each.span, quotation))
    return (*near, *far)


def get_distance(span: Span, other: Span) -> int:
    """How many characters stand between two spans."""
    return 0 if span.meets(other) else max(other.start - span.end, span.start - other.end)


def _build_frame(text: str, gap: Span, quotation: Span, mentions: tuple[Mention, ...]) -> Frame:
    side: Side = "inner" if quotation.holds(gap) else "lead" if gap.end <= quotation.start else "trail"
    is_near = side == "inner" or quotation.start == gap.end or quotation.end == gap.start
    between = side != "inner" and _is_between(text, gap)
    if between and is_near:
        gap = _get_share(text, gap, leads=side == "lead")
    held = tuple(
        Mention(span=each.span.shift(-gap.start), people=each.people) for each in mentions if gap.holds(each.span)
    )
    words = gap.slice(text)
    asides = find_asides(words, held, leads=side == "lead")
    plain = blank(words, (*asides, *find_parentheses(words)))
    shown = tuple(each for each in held if plain[each.span.start] != " ")
    return Frame(
        start=gap.start, text=plain, asides=asides, mentions=shown, side=side, is_near=is_near, between=between
    )


def _is_between(text: str, gap: Span) -> bool:
    """Whether quotations of one sentence stand on both sides."""
    before, after = text[gap.start - 1 : gap.start], text[gap.end : gap.end + 1]
    ends = gap.slice(text).rstrip(" \t\xa0").endswith((".", "!", "?", "\u2026", "\n"))
    return bool(before and after) and before in _QUOTE_MARKS and after in _QUOTE_MARKS and not ends


def _get_share(text: str, gap: Span, *, leads: bool) -> Span:
    """The part of the words between two quotations that belongs to the second (`leads`) or to the first.

    "a" in 1862 and / "b"; "a" / and in 1863 "b"; what has no joint is both's, and so is "adding".
    """
    words = gap.slice(text)
    joint = _find_joint(words)
    if joint is None or _PARTICIPLE.match(words, joint):
        return gap
    place = gap.start + joint
    return Span(start=place, end=gap.end) if leads else Span(start=gap.start, end=place)


def _find_joint(words: str) -> int | None:
    sentence = load_sentence_words()
    begins_clause = sentence.openers | sentence.prepositions | sentence.cues
    joints = [
        found.start()
        for found in _JOINT.finditer(words)
        if found[1] is None or found[1] in begins_clause or found[1].isdigit()
    ]
    if joints:
        return joints[-1]
    comma = words.rfind(",")
    return comma if comma >= 0 and words[:comma].strip(" ,") else None
