"""What the sentence around a quotation claims: who said it, and when."""

import re

import msgspec

from onrecord.attribute.cues import find_cues
from onrecord.attribute.frames import Frame, get_distance
from onrecord.attribute.mentions import Mention
from onrecord.attribute.owners import find_owners, get_owned
from onrecord.attribute.subjects import Subject, find_capitals, find_subject, is_object, may_be_subject
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Clue, Span

_INNER_CLAUSE = re.compile(r"\b(?:that|how)\b")
_NEXT_CLAUSE = re.compile(r"\b(?:and|but|while|whereas)\b")
_END_CLAUSE = re.compile(r"\b(?:and|but|while|whereas|as|that|when)\b|,")
# What stands after these behind a quotation tells of something else: "...," she said, adding that Lincoln denied it.
_BELOW = re.compile(r"\b(?:that|how|whether|who|which|because|after|before|when|while|since|if)\b")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_AS = re.compile(r"\W*(?:(?:and|but)\s+)?as\s", re.IGNORECASE)
_BARE = re.compile(r",\s*\Z")


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a sentence claims of a quotation; `speaker` is `None` where it names nobody or does not decide."""

    speaker: Mention | None = None
    date: Clue | None = None


class _Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A verb of a frame and its subject."""

    verb: str
    place: int
    subject: Subject

    @property
    def span(self) -> Span:
        return self.subject.span if isinstance(self.subject, Mention) else self.subject


class _Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What one frame decides: the speaker, or nobody of the record; `dates` is where a date is the quotation's."""

    frame: Frame
    speaker: Mention | None = None
    dates: Span | None = None


def find_said(frames: tuple[Frame, ...], quotation: Span, dates: tuple[Clue, ...]) -> Said:
    """The speaker and the date that the frames of a quotation, the likeliest first, claim for it.

    The subject of a cue verb speaks, or the owner of the words; without a cue verb, the only person who is a subject at
    all. A date counts where it belongs to that verb or name, not to somebody else's.
    """
    near = [(frame, _decide(frame, frames)) for frame in frames if frame.is_near]
    decisions = [decision for _, decision in near if decision is not None]
    if decisions:
        chosen = _choose(decisions)
        if chosen is None:
            return Said()
    else:
        blocked = any(frame.between and find_capitals(frame) for frame, _ in near)
        if blocked:
            return Said(date=_find_date([frame for frame, _ in near], None, quotation, dates))
        far = (_decide(frame, frames) for frame in frames if not frame.is_near)
        chosen = next((decision for decision in far if decision is not None), None)
    if chosen is None:
        speaker = _find_verbless(frames)
        return Said(speaker=speaker, date=_find_date(list(frames), None, quotation, dates))
    return Said(speaker=_shift(chosen), date=_find_date(list(frames), chosen, quotation, dates))


def _shift(decision: _Decision) -> Mention | None:
    speaker = decision.speaker
    return speaker and Mention(span=speaker.span.shift(decision.frame.start), people=speaker.people)


def _choose(decisions: list[_Decision]) -> _Decision | None:
    """The decision of the frames that touch the quotation; `None` where they differ."""
    first = decisions[0]
    if first.frame.side == "inner":
        return first
    if len({each.speaker.people if each.speaker else None for each in decisions}) == 1:
        return first
    own = [each for each in decisions if not each.frame.between]
    return own[0] if len(own) == 1 else None


def _decide(frame: Frame, frames: tuple[Frame, ...]) -> _Decision | None:
    clauses = _find_clauses(frame)
    owners = find_owners(frame)
    if owners:
        return _decide_owner(frame, clauses, owners)
    if not clauses:
        return None
    speaker = _get_speaker(frame, clauses, frames)
    return _Decision(frame=frame, speaker=speaker, dates=_get_reach(frame, clauses[0].span, speaker, clauses))


def _find_clauses(frame: Frame) -> list[_Clause]:
    """The verbs that have a subject, the nearest to the quotation first."""
    clauses = [
        _Clause(verb=cue[0], place=cue.start(), subject=subject)
        for cue in find_cues(frame.text, 0, len(frame.text))
        if (subject := find_subject(frame, cue)) is not None
    ]
    if frame.side == "lead":
        return clauses[::-1]
    below = _BELOW.search(frame.text)
    return [each for each in clauses if below is None or each.place < below.start()]


def _get_speaker(frame: Frame, clauses: list[_Clause], frames: tuple[Frame, ...]) -> Mention | None:
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


def _decide_owner(frame: Frame, clauses: list[_Clause], owners: tuple[Mention, ...]) -> _Decision:
    owner = owners[-1] if frame.side == "lead" else owners[0]
    if len({each.people for each in owners}) > 1:
        return _Decision(frame=frame, dates=Span(start=0, end=0))
    if not clauses:
        return _Decision(frame=frame, speaker=owner, dates=_get_reach(frame, owner.span, owner, clauses))
    words = load_sentence_words()
    first = clauses[0]
    owned = get_owned(frame, owner)
    same = isinstance(first.subject, Mention) and first.subject.people == owner.people
    if same or (owned is not None and owned.holds(first.span)) or first.span.slice(frame.text).lower() in {"he", "she"}:
        return _Decision(frame=frame, speaker=owner, dates=_get_reach(frame, owner.span, owner, clauses[1:]))
    if first.verb in words.quoting | words.echoing and first.place < owner.span.start:
        end = _PARENTHESIS.match(frame.text, owner.span.end)
        last = owned.end if owned else end.end() if end else owner.span.end
        return _Decision(frame=frame, speaker=owner, dates=Span(start=owner.span.start, end=last))
    return _Decision(frame=frame, dates=Span(start=0, end=0))


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


def _get_reach(frame: Frame, span: Span, speaker: Mention | None, clauses: list[_Clause]) -> Span:
    """The part of a frame whose dates belong to the verb or name at `span`, and not to somebody else in it."""
    others = [each.span for each in clauses if not each.span.meets(span) and not _is_same(each.subject, speaker)]
    others += [each.span for each in frame.mentions if not _is_same(each, speaker) and may_be_subject(frame, each)]
    start = max((_find_start(frame.text, each, span) for each in others if each.end <= span.start), default=0)
    after = [_find_end(frame.text, each, span) for each in others if each.start >= span.end]
    return Span(start=start, end=max(start, min(after, default=len(frame.text))))


def _is_same(subject: Subject, speaker: Mention | None) -> bool:
    return isinstance(subject, Mention) and speaker is not None and subject.people == speaker.people


def _find_start(text: str, other: Span, span: Span) -> int:
    """Where the clause of `span` begins after somebody else's."""
    inner = _INNER_CLAUSE.search(text, other.end, span.start)
    if inner is not None:
        return inner.start()
    joints = list(_NEXT_CLAUSE.finditer(text, other.end, span.start))
    comma = text.rfind(",", other.end, span.start)
    return joints[-1].start() if joints else comma if comma >= 0 else span.start


def _find_end(text: str, other: Span, span: Span) -> int:
    joints = list(_END_CLAUSE.finditer(text, span.end, other.start))
    return joints[-1].start() if joints else other.start


def _find_date(frames: list[Frame], chosen: _Decision | None, quotation: Span, dates: tuple[Clue, ...]) -> Clue | None:
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
        ]
        if held:
            return min(held, key=lambda each: get_distance(each[0].shift(frame.start), quotation))[1]
    return None


def _get_date_reach(frame: Frame, chosen: _Decision | None) -> Span | None:
    whole = Span(start=0, end=len(frame.text))
    if chosen is not None and chosen.frame is frame:
        return chosen.dates
    if frame.between and not frame.is_near:
        return None
    if chosen is None:
        return whole
    if not frame.is_near and _find_clauses(frame):
        return None
    others = [
        each.span.start for each in frame.mentions if not _is_same(each, chosen.speaker) and may_be_subject(frame, each)
    ]
    if others and frame.side == "lead":
        return None
    return Span(start=0, end=min(others, default=len(frame.text)))
