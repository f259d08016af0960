"""The nouns of the record: small frozen records that point into a text and say why."""

from onrecord.model.addition import Addition, Outcome
from onrecord.model.backup import Backup
from onrecord.model.capture import Capture, Header
from onrecord.model.catalogue import Card, Facet, Facets, Hit, Scope, Speaker, Year
from onrecord.model.comparison import Change, Comparison, Restatement
from onrecord.model.dating import Alternative, Calendar, Clue, Conflict, Dating, Days, Precision
from onrecord.model.delivery import Delivery, Response
from onrecord.model.document import (
    Block,
    BlockKind,
    Completeness,
    Cue,
    Document,
    Fact,
    FactName,
    Form,
    Furniture,
    Link,
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
from onrecord.model.ruling import Ruling, RulingField
from onrecord.model.source import Source, Version
from onrecord.model.span import Span
from onrecord.model.status import Status
from onrecord.model.tombstone import Tombstone
from onrecord.model.trace import Edit, EditKind, Flag, FlagCode, Passage, Searched, Trace, Verdict

__all__ = [
    "Addition",
    "Alternative",
    "Backup",
    "Block",
    "BlockKind",
    "Calendar",
    "Capture",
    "Card",
    "Change",
    "Claim",
    "Clue",
    "Comparison",
    "Completeness",
    "Conflict",
    "Cue",
    "Dating",
    "Days",
    "Delivery",
    "Document",
    "Edit",
    "EditKind",
    "Entry",
    "Event",
    "Facet",
    "Facets",
    "Fact",
    "FactName",
    "Finding",
    "Flag",
    "FlagCode",
    "Form",
    "Furniture",
    "Header",
    "Hit",
    "Level",
    "Link",
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
    "Response",
    "Restatement",
    "Ruling",
    "RulingField",
    "Scope",
    "Searched",
    "Segment",
    "Source",
    "Span",
    "Speaker",
    "Status",
    "Tombstone",
    "Trace",
    "Turn",
    "Verdict",
    "Version",
    "Where",
    "Year",
]
