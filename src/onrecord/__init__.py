"""Did they say that, when, and where does the record show it?

from pathlib import Path
import onrecord

with onrecord.open_record(Path("office.record")) as record:
trace = record.check("the words", by="the speaker", on="2005")
print(trace.verdict, trace.sentence)
"""

from onrecord.errors import OnrecordError
from onrecord.model import (
    Comparison,
    Document,
    Finding,
    Office,
    Passage,
    Person,
    Quotation,
    Ruling,
    Tombstone,
    Trace,
    Version,
)
from onrecord.read import read_manifest, read_office
from onrecord.record import Record, open_record, restore_record

__all__ = [
    "Comparison",
    "Document",
    "Finding",
    "Office",
    "OnrecordError",
    "Passage",
    "Person",
    "Quotation",
    "Record",
    "Ruling",
    "Tombstone",
    "Trace",
    "Version",
    "open_record",
    "read_manifest",
    "read_office",
    "restore_record",
]
