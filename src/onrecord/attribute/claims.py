"""What the sentence around a quotation claims: who said it, and when."""

import msgspec

from onrecord.attribute.cues import has_cue
from onrecord.attribute.mentions import Mention
from onrecord.attribute.subjects import find_other_subject, is_object, is_speaker, may_be_subject
from onrecord.model import Clue, Span


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """The writer's words in a quotation's sentence.

    `near` are the stretches that touch the quotation, the likeliest place of a claim first; `far` the others, nearest
    first.
    """

    near: tuple[Span, ...]
    far: tuple[Span, ...]
    quotation: Span

    @property
    def gaps(self) -> tuple[Span, ...]:
        """All stretches, the likeliest first."""
        return (*self.near, *self.far)


def order_gaps(text: str, gaps: tuple[Span, ...], quotation: Span, *, trails: bool) -> Around:
    """The stretches of a sentence outside its quotations, by how likely each holds the claim of `quotation`.

    `trails` says that the quotation ends as one does before "she said". A stretch with a cue verb comes first.
    """
    inner = [gap for gap in gaps if quotation.holds(gap)]
    lead = [gap for gap in gaps if gap.end == quotation.start]
    trail = [gap for gap in gaps if gap.start == quotation.end]
    near = [*inner, *trail, *lead] if trails else [*inner, *lead, *trail]
    near.sort(key=lambda gap: not has_cue(gap.slice(text)))
    far = [gap for gap in gaps if gap not in near]
    far.sort(key=lambda gap: _get_distance(gap, quotation))
    return Around(near=tuple(near), far=tuple(far), quotation=quotation)


def find_claimed_date(around: Around, dates: tuple[Clue, ...]) -> Clue | None:
    """The date nearest to the quotation, in the likeliest stretch of the sentence that has one."""
    for gap in around.gaps:
        held = [clue for clue in dates if clue.span is not None and gap.holds(clue.span)]
        if held:
            return min(held, key=lambda clue: _get_distance(clue.span or gap, around.quotation))
    return None


def find_claimed_speaker(text: str, around: Around, mentions: tuple[Mention, ...]) -> Mention | None:
    """The person to whom the sentence gives the quotation, or `None` where it names nobody or does not decide.

    The subject of a cue verb speaks; without a cue verb, the only person who is a subject at all.
    """
    for gap in around.gaps:
        held = tuple(each for each in mentions if gap.holds(each.span))
        speakers = [each for each in held if is_speaker(text, gap, each, held)]
        if speakers:
            return min(speakers, key=lambda each: _get_distance(each.span, around.quotation))
        subject = find_other_subject(text, gap)
        if subject is not None:
            return _resolve_pronoun(text, subject, around, mentions)
    held_by_gap = [(gap, each) for gap in around.gaps for each in mentions if gap.holds(each.span)]
    return _get_agreed([each for gap, each in held_by_gap if may_be_subject(text, gap, each)])


def _resolve_pronoun(text: str, subject: Span, around: Around, mentions: tuple[Mention, ...]) -> Mention | None:
    """The only person named before "he" or "she" in its sentence and not as an object; nobody for any other subject."""
    if subject.slice(text).lower() not in {"he", "she"}:
        return None
    before = [
        (gap, each)
        for gap in around.gaps
        for each in mentions
        if gap.holds(each.span) and each.span.end <= subject.start
    ]
    if any(is_object(text[gap.start : each.span.start]) for gap, each in before):
        return None
    return _get_agreed([each for _, each in before])


def _get_agreed(mentions: list[Mention]) -> Mention | None:
    """The last of the mentions, if all mean the same."""
    return mentions[-1] if len({each.people for each in mentions}) == 1 else None


def _get_distance(span: Span, other: Span) -> int:
    if span.meets(other):
        return 0
    return max(other.start - span.end, span.start - other.end)
