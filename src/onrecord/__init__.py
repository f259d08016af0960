"""Did they say that, when, and where does the record show it?

from pathlib import Path
import onrecord

with onrecord.open_record(Path("office.record")) as record:
trace = record.check("the words", by="the speaker", on="2005")
print(trace.verdict, trace.sentence)
"""

from onrecord.errors import OnrecordError
from onrecord.model import Document, Finding, Office, Passage, Person, Quotation, Trace
from onrecord.read import read_manifest, read_office
from onrecord.record import Record, open_record

__all__ = [
    "Document",
    "Finding",
    "Office",
    "OnrecordError",
    "Passage",
    "Person",
    "Quotation",
    "Record",
    "Trace",
    "open_record",
    "read_manifest",
    "read_office",
]
