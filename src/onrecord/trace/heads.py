"""What the index keeps of each document beside its words."""

import msgspec

from onrecord.model import Completeness, Dating, Document, Form


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """A document without its text: `number` is the store's row number of its version."""

    number: int
    document: str
    version: str
    title: str
    form: Form
    speaker: str
    completeness: Completeness
    date: Dating


def to_head(number: int, document: Document) -> Head:
    """The head of a document."""
    return Head(
        number=number,
        document=document.id,
        version=document.version,
        title=document.title,
        form=document.form,
        speaker=document.speaker,
        completeness=document.completeness,
        date=document.date,
    )
