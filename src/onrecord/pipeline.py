"""One source through all the stages; the only place where they meet."""

import msgspec

from onrecord.attribute import find_quotations, resolve_speaker
from onrecord.date import date_document, find_dates
from onrecord.model import Document, Entry, Finding, Office, Person, Quotation
from onrecord.read import read_draft, read_source

NO_OFFICE = Office()


def read_documents(
    data: bytes, *, address: str, office: Office = NO_OFFICE, entry: Entry | None = None
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """The documents of one source, read, dated and given their speaker, and what was noticed on the way."""
    read, findings = read_source(data, address=address, office=office, entry=entry)
    documents = []
    for doc in read:
        date, of_date = date_document(doc, office)
        speaker, of_speaker = resolve_speaker(doc, office)
        documents.append(msgspec.structs.replace(doc, date=date, speaker=speaker))
        findings += of_date + of_speaker
    return tuple(documents), findings


def find_quotations_in(doc: Document, *, people: tuple[Person, ...]) -> tuple[Quotation, ...]:
    """Every quotation of a document of the record, in its order, with what the document claims of it."""
    quotations = find_quotations(doc, people=people, dates=find_dates(doc.text))
    return tuple(msgspec.structs.replace(quotation, document=doc.id, version=doc.version) for quotation in quotations)


def read_quotations(
    data: bytes, *, address: str, people: tuple[Person, ...]
) -> tuple[tuple[Quotation, ...], tuple[Finding, ...]]:
    """Every quotation of a draft in its order, with what the draft claims of it; `people` are those it may name."""
    documents, findings = read_draft(data, address=address)
    quotations: tuple[Quotation, ...] = ()
    for doc in documents:
        quotations += find_quotations(doc, people=people, dates=find_dates(doc.text))
    return quotations, findings
