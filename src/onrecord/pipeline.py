"""One source through all the stages; the only place where they meet."""

import msgspec

from onrecord.attribute import find_people, find_quotations, find_repeated, find_voices, resolve_speaker, resolve_turns
from onrecord.date import date_documents, find_dates
from onrecord.model import Document, Entry, Fact, Finding, Office, Person, Quotation
from onrecord.read import MAX_SIZE, read_draft, read_source

NO_OFFICE = Office()
# Forms in which a narrator speaks and quotes.
NARRATED = frozenset({"report", "listing", "essay", "article"})


def read_documents(  # noqa: PLR0913 - all that may be known of bytes
    data: bytes,
    *,
    address: str,
    office: Office = NO_OFFICE,
    entry: Entry | None = None,
    max_size: int = MAX_SIZE,
    content_type: str = "",
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """The documents of one source, read, dated and given their speaker, and what was noticed on the way.

    What unpacks to more than `max_size` bytes is not read; `content_type` is what a server said of the bytes.
    """
    read, findings = read_source(
        data, address=address, office=office, entry=entry, max_size=max_size, content_type=content_type
    )
    dated, of_dates = date_documents(read, office)
    findings += of_dates
    documents = []
    people = (office.speaker, *office.people) if office.speaker else office.people
    for doc in dated:
        speaker, of_speaker = resolve_speaker(doc, office)
        voiced, of_voices = _tell_voices(doc) if doc.form in NARRATED else (doc, ())
        turns = resolve_turns(doc, people)
        documents.append(msgspec.structs.replace(voiced, speaker=speaker, turns=turns))
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
    quotations = find_quotations(doc, people=_introduce(doc, people), dates=find_dates(doc.text, day_first=None))
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
        quotations += find_quotations(doc, people=_introduce(doc, people), dates=find_dates(doc.text, day_first=None))
    return quotations, findings


def _introduce(doc: Document, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people whom the document may name: also the participants of its event, and by what they are called there.

    A participant who is one of `people` bears the role as a title; one whom no name of `people` means is added.
    """
    known = list(people)
    for each in doc.event.participants if doc.event else ():
        meant = find_people(each.name, people)
        titles = (each.role,) if each.role else ()
        if not meant and each.name[:1].isupper():
            known.append(Person(name=each.name, titles=titles))
        elif len(meant) == 1 and titles:
            place = people.index(meant[0])
            known[place] = msgspec.structs.replace(known[place], titles=known[place].titles + titles)
    return tuple(known)
