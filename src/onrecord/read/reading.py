"""The bytes of one source to its documents."""

from typing import NamedTuple

import msgspec

from onrecord.model import Document, Entry, Fact, Finding, Office, Where
from onrecord.read.assembly import assemble
from onrecord.read.brackets import find_brackets
from onrecord.read.forms import recognise_form
from onrecord.read.identity import Identity, hash_source, identify
from onrecord.read.layout import Layout, Sheet, settle_event, settle_facts, settle_furniture, share_sheet
from onrecord.read.marks import merge_marks
from onrecord.read.notes import find_notes, find_untied
from onrecord.read.page import Page
from onrecord.read.pages import read_pages
from onrecord.read.places import place_cues, place_links
from onrecord.read.raw import MAX_SIZE, Raw
from onrecord.read.turns import find_labels, settle_turns

_TITLE_LENGTH = 80


class Read(NamedTuple):
    """The documents of a source and what there is to say of them; where nothing can be read, findings alone."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()


def read_source(  # noqa: PLR0913 - all that may be known of bytes
    data: bytes,
    *,
    address: str,
    office: Office | None = None,
    entry: Entry | None = None,
    max_size: int = MAX_SIZE,
    content_type: str = "",
    is_typed: bool = False,
) -> Read:
    """The documents in `data`, which came from `address`, as the office file and the manifest help to read them.

    The bytes tell what kind of file they are, and where they do not the address or `content_type`, which is what a
    server said of them. What unpacks to more than `max_size` bytes is a finding. Date and speaker are left open: later
    stages settle them from `facts`. docs/reading.md says what is read and what is not.
    What `is_typed` is plain text.
    """
    known = office or Office()
    source = hash_source(data)
    documents: list[Document] = []
    findings: list[Finding] = []
    raw = Raw(data=data, address=address, office=known, content_type=content_type, max_size=max_size, is_typed=is_typed)
    for page in read_pages(raw):
        if isinstance(page, Finding):
            findings.append(page)
            continue
        read = _read_page(page, source, address=address, office=known, entry=entry)
        documents += read.documents
        findings += read.findings
    return Read(tuple(documents), tuple(findings))


def read_draft(data: bytes, *, address: str, is_typed: bool = False) -> Read:
    """A text whose quotations are to be checked: as `read_source`, except that any form will do."""
    read = read_source(data, address=address, is_typed=is_typed)
    return Read(read.documents, tuple(finding for finding in read.findings if finding.code != "read-form-unknown"))


def _read_page(page: Page, source: str, *, address: str, office: Office, entry: Entry | None) -> Read:
    if not page.sheet.paragraphs:
        return Read((), (_no_text(page.sheet, address, page.part),))
    recognised = recognise_form(page.sheet, office=office, entry=entry)
    told = msgspec.structs.replace(page.sheet, facts=(*_manifest_facts(entry), *page.sheet.facts))
    built = []
    for index, layout in enumerate(recognised.layouts):
        # An item of a listing in an archive is known by the page's address and its own name.
        part = "#".join(name for name in (page.part, layout.part) if name)
        own = page._replace(sheet=share_sheet(told, layout, index), part=part)
        built.append(_build(identify(source, part=part), own, layout=layout, office=office))
    documents = tuple(document for each in built for document in each.documents)
    found = [(finding, documents[0]) for finding in recognised.findings]
    found += [(finding, each.documents[0]) for each in built for finding in each.findings]
    return Read(documents, tuple(_place(finding, address, document.id) for finding, document in found))


def _build(identity: Identity, page: Page, *, layout: Layout, office: Office) -> Read:
    sheet = page.sheet
    text, blocks, segments = assemble(layout.paragraphs, page.text)
    noted = find_notes(text, blocks)
    labels = find_labels(layout.paragraphs) if layout.form == "transcript" else ()
    facts = (*sheet.facts, *settle_facts(layout, text, blocks))
    brackets = find_brackets(text)
    document = Document(
        id=identity.document,
        version=identity.version,
        source=identity.source,
        form=layout.form,
        title=_title(facts, layout, text),
        text=text,
        part=page.part,
        language=sheet.language or office.language,
        publisher=office.publisher,
        kicker=layout.kicker,
        event=settle_event(layout, blocks),
        completeness=office.completeness,
        blocks=blocks,
        marks=merge_marks(brackets.marks, noted),
        notes=noted.notes,
        turns=settle_turns(labels, text, blocks),
        tags=layout.tags,
        facts=facts,
        furniture=settle_furniture(sheet, layout, page.text),
        links=place_links(sheet.links, segments),
        cues=place_cues(sheet.cues, segments),
        capture=page.capture,
        segments=segments,
    )
    return Read((document,), (*brackets.findings, *find_untied(noted.notes)))


def _place(finding: Finding, address: str, document: str) -> Finding:
    where = msgspec.structs.replace(finding.where, address=address, document=document)
    return msgspec.structs.replace(finding, where=where)


def _manifest_facts(entry: Entry | None) -> tuple[Fact, ...]:
    if entry is None:
        return ()
    stated = (
        Fact(name="title", text=entry.title, origin="manifest"),
        Fact(name="date", text=entry.date, origin="manifest"),
        Fact(name="published", text=entry.published, origin="manifest"),
        Fact(name="speaker", text=entry.speaker, origin="manifest"),
        Fact(name="url", text=entry.url, origin="manifest"),
    )
    return tuple(fact for fact in stated if fact.text)


def _title(facts: tuple[Fact, ...], layout: Layout, text: str) -> str:
    """What a manifest or a header line says, else the page's own title, else the first words of the text."""
    for fact in facts:
        if fact.name == "title" and fact.span is None:
            return fact.text
    if layout.title:
        return layout.title
    line = text.partition("\n")[0]
    return line if len(line) <= _TITLE_LENGTH else line[:_TITLE_LENGTH].rpartition(" ")[0] or line[:_TITLE_LENGTH]


def _no_text(sheet: Sheet, address: str, part: str) -> Finding:
    titles = [fact.text for fact in sheet.facts if fact.name == "title"]
    named = f" of {titles[0]!r}" if titles else ""
    message = f"a header line{named} and no text after it" if sheet.facts else "nothing but page furniture, no text"
    if part:
        message = f"{part}: {message}"
    return Finding(code="read-no-text", level="problem", message=message, where=Where(address=address))
