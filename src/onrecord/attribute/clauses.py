"""Clauses: the verbs of a frame that report speech, each with its subject."""

import re

import msgspec

from onrecord.attribute.cues import find_cues
from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import Mention
from onrecord.attribute.subjects import Subject, find_subject
from onrecord.model import Span

# What stands after these behind a quotation tells of something else: "...," she said, adding that Lincoln denied it.
_BELOW = re.compile(r"\b(?:that|how|whether|who|which|because|after|before|when|while|since|if)\b")


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A verb of a frame and its subject."""

    verb: str
    place: int
    subject: Subject

    @property
    def span(self) -> Span:
        """The place of the subject in the frame."""
        return self.subject.span if isinstance(self.subject, Mention) else self.subject


def find_clauses(frame: Frame) -> list[Clause]:
    """The verbs that have a subject, the nearest to the quotation first."""
    clauses = [
        Clause(verb=cue[0], place=cue.start(), subject=subject)
        for cue in find_cues(frame.text, 0, len(frame.text))
        if (subject := find_subject(frame, cue)) is not None
    ]
    if frame.side == "lead":
        return clauses[::-1]
    below = _BELOW.search(frame.text)
    return [each for each in clauses if below is None or each.place < below.start()]
