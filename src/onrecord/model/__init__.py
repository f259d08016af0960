"""The nouns of the record: small frozen records that point into a text and say why."""

from onrecord.model.addition import Addition, Outcome
from onrecord.model.catalogue import Card, Facet, Facets, Hit, Scope, Speaker, Year
from onrecord.model.dating import Calendar, Clue, Dating, Precision
from onrecord.model.document import (
    Block,
    BlockKind,
    Completeness,
    Document,
    Fact,
    Form,
    Furniture,
    Mark,
    MarkKind,
    Note,
    Segment,
)
from onrecord.model.event import Event
from onrecord.model.finding import Finding, Level, Where
from onrecord.model.office import Entry, Office
from onrecord.model.person import Person
from onrecord.model.quotation import Claim, Quotation
from onrecord.model.source import Source, Version
from onrecord.model.span import Span
from onrecord.model.status import Status
from onrecord.model.trace import Edit, EditKind, Flag, FlagCode, Passage, Searched, Trace, Verdict

__all__ = [
    "Addition",
    "Block",
    "BlockKind",
    "Calendar",
    "Card",
    "Claim",
    "Clue",
    "Completeness",
    "Dating",
    "Document",
    "Edit",
    "EditKind",
    "Entry",
    "Event",
    "Facet",
    "Facets",
    "Fact",
    "Finding",
    "Flag",
    "FlagCode",
    "Form",
    "Furniture",
    "Hit",
    "Level",
    "Mark",
    "MarkKind",
    "Note",
    "Office",
    "Outcome",
    "Passage",
    "Person",
    "Precision",
    "Quotation",
    "Scope",
    "Searched",
    "Segment",
    "Source",
    "Span",
    "Speaker",
    "Status",
    "Trace",
    "Verdict",
    "Version",
    "Where",
    "Year",
]
