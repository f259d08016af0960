"""What one frame decides: who speaks, and where a date belongs to the quotation."""

import re

import msgspec

from onrecord.attribute.clauses import Clause, find_clauses
from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import Mention
from onrecord.attribute.owners import find_owners, get_owned
from onrecord.attribute.positions import find_capitals, is_object
from onrecord.attribute.reach import get_reach
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Span

_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_AS = re.compile(r"\W*(?:(?:and|but)\s+)?as\s", re.IGNORECASE)
_BARE = re.compile(r",\s*\Z")
_NOWHERE = Span(start=0, end=0)


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What one frame decides: the speaker, or nobody of the record; `dates` is where a date is the quotation's."""

    frame: Frame
    speaker: Mention | None = None
    dates: Span = _NOWHERE


def decide(frame: Frame, frames: tuple[Frame, ...]) -> Decision | None:
    """The decision of one of the frames of a quotation; `None` where it names neither a verb's subject nor an owner."""
    clauses = find_clauses(frame)
    owners = find_owners(frame)
    if owners:
        return _decide_owner(frame, clauses, owners)
    if not clauses:
        return None
    speaker = _get_speaker(frame, clauses, frames)
    return Decision(frame=frame, speaker=speaker, dates=get_reach(frame, clauses[0].span, speaker, clauses))


def _get_speaker(frame: Frame, clauses: list[Clause], frames: tuple[Frame, ...]) -> Mention | None:
    first = clauses[0]
    if first.verb in load_sentence_words().quoting:
        return None
    if isinstance(first.subject, Span):
        return _resolve_pronoun(frame, first.subject, frames)
    others = [
        each
        for each in clauses[1:]
        if isinstance(each.subject, Mention) and each.subject.people != first.subject.people
    ]
    if others and frame.side == "lead":
        bare = _BARE.search(frame.text, 0, first.span.start)
        if first.verb in load_sentence_words().echoing or _AS.match(frame.text) or bare:
            return None
    return first.subject


def _decide_owner(frame: Frame, clauses: list[Clause], owners: tuple[Mention, ...]) -> Decision:
    owner = owners[-1] if frame.side == "lead" else owners[0]
    if len({each.people for each in owners}) > 1:
        return Decision(frame=frame, dates=_NOWHERE)
    owned = get_owned(frame, owner)
    if owned is not None and not owned.slice(frame.text).strip(" '\u2019s") and _names_others(frame, owner):
        return Decision(frame=frame)
    if not clauses:
        return Decision(frame=frame, speaker=owner, dates=get_reach(frame, owner.span, owner, clauses))
    words = load_sentence_words()
    first = clauses[0]
    same = isinstance(first.subject, Mention) and first.subject.people == owner.people
    if same or (owned is not None and owned.holds(first.span)) or first.span.slice(frame.text).lower() in {"he", "she"}:
        return Decision(frame=frame, speaker=owner, dates=get_reach(frame, owner.span, owner, clauses[1:]))
    if first.verb in words.quoting | words.echoing and first.place < owner.span.start:
        end = _PARENTHESIS.match(frame.text, owner.span.end)
        last = owned.end if owned else end.end() if end else owner.span.end
        return Decision(frame=frame, speaker=owner, dates=Span(start=owner.span.start, end=last))
    return Decision(frame=frame, dates=_NOWHERE)


def _names_others(frame: Frame, owner: Mention) -> bool:
    """Whether somebody else may be quoted with what is the owner's: Reagan: Lincoln's "lamps" burn."""
    return not all(owner.span.meets(each) for each in find_capitals(frame))


def _resolve_pronoun(frame: Frame, subject: Span, frames: tuple[Frame, ...]) -> Mention | None:
    """The only person named before "he" or "she" in its sentence and not as an object; nobody for any other subject."""
    if subject.slice(frame.text).lower() not in {"he", "she"}:
        return None
    place = frame.start + subject.start
    before = [(other, each) for other in frames for each in other.mentions if other.start + each.span.end <= place]
    if any(is_object(other.text[: each.span.start]) for other, each in before):
        return None
    if len({each.people for _, each in before}) != 1:
        return None
    other, mention = before[-1]
    return Mention(span=mention.span.shift(other.start - frame.start), people=mention.people)
