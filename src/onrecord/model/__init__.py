"""The nouns of the record: small frozen records that point into a text and say why."""

from onrecord.model.addition import Addition, Outcome
from onrecord.model.dating import Alternative, Calendar, Clue, Conflict, Dating, Days, Precision
from onrecord.model.document import (
    Block,
    BlockKind,
    Completeness,
    Document,
    Fact,
    FactName,
    Form,
    Furniture,
    Mark,
    MarkKind,
    Note,
    Segment,
    Turn,
)
from onrecord.model.event import Event, Participant
from onrecord.model.finding import Finding, Level, Where
from onrecord.model.moment import Moment
from onrecord.model.office import Entry, Office
from onrecord.model.person import Person
from onrecord.model.quotation import Claim, Quotation
from onrecord.model.source import Source, Version
from onrecord.model.span import Span
from onrecord.model.status import Status
from onrecord.model.trace import Edit, EditKind, Flag, FlagCode, Passage, Searched, Trace, Verdict

__all__ = [
    "Addition",
    "Alternative",
    "Block",
    "BlockKind",
    "Calendar",
    "Claim",
    "Clue",
    "Completeness",
    "Conflict",
    "Dating",
    "Days",
    "Document",
    "Edit",
    "EditKind",
    "Entry",
    "Event",
    "Fact",
    "FactName",
    "Finding",
    "Flag",
    "FlagCode",
    "Form",
    "Furniture",
    "Level",
    "Mark",
    "MarkKind",
    "Moment",
    "Note",
    "Office",
    "Outcome",
    "Participant",
    "Passage",
    "Person",
    "Precision",
    "Quotation",
    "Searched",
    "Segment",
    "Source",
    "Span",
    "Status",
    "Trace",
    "Turn",
    "Verdict",
    "Version",
    "Where",
]
