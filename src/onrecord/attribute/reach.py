"""The part of a frame whose dates belong to one verb or name."""

import re

from onrecord.attribute.clauses import Clause
from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import Mention
from onrecord.attribute.positions import may_be_subject
from onrecord.attribute.subjects import Subject
from onrecord.model import Span

_INNER_CLAUSE = re.compile(r"\b(?:that|how)\b")
_NEXT_CLAUSE = re.compile(r"\b(?:and|but|while|whereas)\b")
_CONTRAST = re.compile(r"\b(?:unlike|like|than|contrary to)\s+\Z", re.IGNORECASE)
_END_CLAUSE = re.compile(r"\b(?:and|but|while|whereas|as|that|when)\b|,")


def get_reach(frame: Frame, span: Span, speaker: Mention | None, clauses: list[Clause]) -> Span:
    """The part of a frame whose dates belong to the verb or name at `span`, and not to somebody else in it."""
    others = [each.span for each in clauses if not each.span.meets(span) and not _is_same(each.subject, speaker)]
    others += [
        each.span
        for each in frame.mentions
        if not _is_same(each, speaker) and (may_be_subject(frame, each) or _is_contrast(frame, each))
    ]
    start = max((_find_start(frame.text, each, span) for each in others if each.end <= span.start), default=0)
    after = [_find_end(frame.text, each, span) for each in others if each.start >= span.end]
    return Span(start=start, end=max(start, min(after, default=len(frame.text))))


def get_free_reach(frame: Frame, speaker: Mention | None) -> Span | None:
    """The part of a frame without a verb whose dates may be the speaker's: what stands before other people."""
    others = [each.span.start for each in frame.mentions if not _is_same(each, speaker) and may_be_subject(frame, each)]
    if others and frame.side == "lead":
        return None
    return Span(start=0, end=min(others, default=len(frame.text)))


def _is_contrast(frame: Frame, mention: Mention) -> bool:
    return _CONTRAST.search(frame.text, 0, mention.span.start) is not None


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
