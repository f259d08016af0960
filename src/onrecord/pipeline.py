"""One source through all the stages; the only place where they meet."""

import msgspec

from onrecord.attribute import find_people, find_quotations, find_repeated, find_voices, resolve_speaker
from onrecord.date import date_documents, find_dates
from onrecord.model import Document, Entry, Fact, Finding, Office, Person, Quotation
from onrecord.read import read_draft, read_source

NO_OFFICE = Office()
# Forms in which a narrator speaks and quotes.
NARRATED = frozenset({"report", "listing", "essay", "article"})


def read_documents(
    data: bytes, *, address: str, office: Office = NO_OFFICE, entry: Entry | None = None
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """The documents of one source, read, dated and given their speaker, and what was noticed on the way."""
    read, findings = read_source(data, address=address, office=office, entry=entry)
    dated, of_dates = date_documents(read, office)
    findings += of_dates
    documents = []
    for doc in dated:
        speaker, of_speaker = resolve_speaker(doc, office)
        voiced, of_voices = _tell_voices(doc) if doc.form in NARRATED else (doc, ())
        documents.append(msgspec.structs.replace(voiced, speaker=speaker))
        findings += of_speaker + of_voices
    return tuple(documents), findings


def date_again(
    documents: tuple[Document, ...], *, office: Office, published: str
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """The documents of one page dated anew, as if the page had said when it was published."""
    fact = Fact(name="published", text=published, origin="manifest")
    stated = tuple(msgspec.structs.replace(doc, facts=(*doc.facts, fact)) if published else doc for doc in documents)
    return date_documents(stated, office)


def find_quotations_in(doc: Document, *, people: tuple[Person, ...]) -> tuple[Quotation, ...]:
    """Every quotation of a document of the record, in its order, with what the document claims of it."""
    quotations = find_quotations(
        doc, people=people + _find_strangers(doc, people), dates=find_dates(doc.text, day_first=None)
    )
    return tuple(msgspec.structs.replace(quotation, document=doc.id, version=doc.version) for quotation in quotations)


def _tell_voices(doc: Document) -> tuple[Document, tuple[Finding, ...]]:
    """The document with a mark for everything that its narrator quotes, and what is quoted twice."""
    quotations = find_quotations(doc)
    marks = sorted((*doc.marks, *find_voices(doc, quotations)), key=lambda mark: (mark.span.start, -mark.span.end))
    return msgspec.structs.replace(doc, marks=tuple(marks)), find_repeated(doc, quotations)


def read_quotations(
    data: bytes, *, address: str, people: tuple[Person, ...]
) -> tuple[tuple[Quotation, ...], tuple[Finding, ...]]:
    """Every quotation of a draft in its order, with what the draft claims of it; `people` are those it may name."""
    documents, findings = read_draft(data, address=address)
    quotations: tuple[Quotation, ...] = ()
    for doc in documents:
        quotations += find_quotations(
            doc, people=people + _find_strangers(doc, people), dates=find_dates(doc.text, day_first=None)
        )
    return quotations, findings


def _find_strangers(doc: Document, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The participants of a report whom no name of `people` means: its narrator may quote them too."""
    participants = doc.event.participants if doc.event else ()
    return tuple(
        Person(name=each.name, titles=(each.role,) if each.role else ())
        for each in participants
        if each.name[:1].isupper() and not find_people(each.name, people)
    )
