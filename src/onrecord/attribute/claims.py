"""What the sentence around a quotation claims: who said it, and when."""

import msgspec

from onrecord.attribute.clauses import find_clauses
from onrecord.attribute.decisions import Decision, decide
from onrecord.attribute.frames import Frame, get_distance
from onrecord.attribute.mentions import Mention
from onrecord.attribute.positions import find_capitals, may_be_subject
from onrecord.attribute.reach import get_free_reach
from onrecord.model import Clue, Span

# In years: what is longer, in parentheses, is a life: Lincoln (1809-1865).
_LONGEST_OCCASION = 10


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a sentence claims of a quotation; `speaker` is `None` where it names nobody or does not decide."""

    speaker: Mention | None = None
    date: Clue | None = None


def find_said(frames: tuple[Frame, ...], quotation: Span, dates: tuple[Clue, ...]) -> Said:
    """The speaker and the date that the frames of a quotation, the likeliest first, claim for it.

    The subject of a cue verb speaks, or the owner of the words; without a cue verb, the only person who is a subject at
    all. A date counts where it belongs to that verb or name, not to somebody else's.
    """
    near = [(frame, decide(frame, frames)) for frame in frames if frame.is_near]
    decisions = [decision for _, decision in near if decision is not None]
    if decisions:
        chosen = _choose(decisions)
        if chosen is None:
            return Said()
    else:
        blocked = any(frame.between and find_capitals(frame) for frame, _ in near)
        if blocked:
            return Said(date=_find_date([frame for frame, _ in near], None, quotation, dates))
        far = (decide(frame, frames) for frame in frames if not frame.is_near)
        chosen = next((decision for decision in far if decision is not None), None)
    if chosen is None:
        speaker = _find_verbless(frames)
        return Said(speaker=speaker, date=_find_date(list(frames), None, quotation, dates))
    return Said(speaker=_shift(chosen), date=_find_date(list(frames), chosen, quotation, dates))


def _shift(decision: Decision) -> Mention | None:
    speaker = decision.speaker
    return speaker and Mention(span=speaker.span.shift(decision.frame.start), people=speaker.people)


def _choose(decisions: list[Decision]) -> Decision | None:
    """The decision of the frames that touch the quotation; `None` where they differ."""
    first = decisions[0]
    if first.frame.side == "inner":
        return first
    if len({each.speaker.people if each.speaker else None for each in decisions}) == 1:
        return first
    own = [each for each in decisions if not each.frame.between]
    return own[0] if len(own) == 1 else None


def _find_verbless(frames: tuple[Frame, ...]) -> Mention | None:
    """The person named where no verb tells who spoke: `- Lincoln, 1862` after the words, `Lincoln in 1862:` before."""
    found = [
        Mention(span=each.span.shift(frame.start), people=each.people)
        for frame in frames
        for each in frame.mentions
        if may_be_subject(frame, each)
    ]
    signed = any(_is_signed(frame, each) for frame in frames if frame.is_near for each in frame.mentions)
    return found[-1] if signed and len({each.people for each in found}) == 1 else None


def _is_signed(frame: Frame, mention: Mention) -> bool:
    if frame.side == "lead":
        return frame.text.rstrip().endswith(":")
    before = frame.text[: mention.span.start]
    return bool(before.strip(" \t\xa0")) and not before.strip(" \n\t\xa0(-\u2013\u2014\u2015")


def _find_date(frames: list[Frame], chosen: Decision | None, quotation: Span, dates: tuple[Clue, ...]) -> Clue | None:
    """The date nearest to the quotation, in the likeliest frame that has one of its own."""
    ordered = frames if chosen is None else [chosen.frame, *(each for each in frames if each is not chosen.frame)]
    for frame in ordered:
        reach = _get_date_reach(frame, chosen)
        if reach is None:
            continue
        held = [
            (span, clue)
            for clue in dates
            if clue.span is not None
            and reach.holds(span := clue.span.shift(-frame.start))
            and not any(aside.meets(span) for aside in frame.asides)
            and not _is_life(frame, clue)
        ]
        if held:
            return min(held, key=lambda each: get_distance(each[0].shift(frame.start), quotation))[1]
    return None


def _is_life(frame: Frame, clue: Clue) -> bool:
    """Whether the dates are somebody's years of life: Lincoln (1809-1865)."""
    if clue.span is None or clue.earliest is None or clue.latest is None:
        return False
    before = frame.text[: clue.span.start - frame.start]
    hidden = not frame.text[clue.span.start - frame.start : clue.span.end - frame.start].strip()
    return hidden and bool(before) and clue.latest.year - clue.earliest.year > _LONGEST_OCCASION


def _get_date_reach(frame: Frame, chosen: Decision | None) -> Span | None:
    whole = Span(start=0, end=len(frame.text))
    if chosen is not None and chosen.frame is frame:
        return chosen.dates
    if frame.between and not frame.is_near:
        return None
    if chosen is None:
        return whole
    if not frame.is_near and find_clauses(frame):
        return None
    return get_free_reach(frame, chosen.speaker)
