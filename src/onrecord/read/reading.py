"""The bytes of one source to its documents."""

from typing import NamedTuple

import msgspec

from onrecord.model import Document, Entry, Fact, Finding, Office, Where
from onrecord.read.assembly import assemble
from onrecord.read.brackets import find_brackets
from onrecord.read.decoding import decode_source
from onrecord.read.forms import recognise_form
from onrecord.read.identity import Identity, identify
from onrecord.read.layout import Layout, Sheet, settle_event, settle_facts, settle_furniture, share_sheet
from onrecord.read.links import is_link_list
from onrecord.read.markdown import is_markdown, read_markdown
from onrecord.read.marks import merge_marks
from onrecord.read.notes import find_notes, find_untied
from onrecord.read.plain import read_plain

_TITLE_LENGTH = 80


class Read(NamedTuple):
    """The documents of a source and what there is to say of them; where nothing can be read, findings alone."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()


def read_source(data: bytes, *, address: str, office: Office | None = None, entry: Entry | None = None) -> Read:
    """The documents in `data`, which came from `address`, as the office file and the manifest help to read them.

    Date and speaker are left open: later stages settle them from `facts`. Plain text and Markdown are read.
    """
    known = office or Office()
    decoded = decode_source(data, address=address)
    if decoded.text is None:
        return Read((), decoded.findings)
    read_sheet = read_markdown if is_markdown(address) else read_plain
    sheet = read_sheet(decoded.text, known)
    if not sheet.paragraphs:
        return Read((), (*decoded.findings, _no_text(sheet, address)))
    if is_link_list(decoded.text):
        return Read((), (*decoded.findings, _no_prose(address)))
    recognised = recognise_form(sheet, office=known, entry=entry)
    stated = (*_manifest_facts(entry), *sheet.facts)
    told = msgspec.structs.replace(sheet, facts=stated)
    built = [
        _build(
            identify(data, part=layout.part),
            decoded.text,
            share_sheet(told, layout, index),
            layout=layout,
            office=known,
        )
        for index, layout in enumerate(recognised.layouts)
    ]
    documents = tuple(document for each in built for document in each.documents)
    found = [(finding, documents[0]) for finding in recognised.findings]
    found += [(finding, each.documents[0]) for each in built for finding in each.findings]
    return Read(documents, (*decoded.findings, *(_place(finding, address, document.id) for finding, document in found)))


def read_draft(data: bytes, *, address: str) -> Read:
    """A text whose quotations are to be checked: as `read_source`, except that any form will do."""
    read = read_source(data, address=address)
    return Read(read.documents, tuple(finding for finding in read.findings if finding.code != "read-form-unknown"))


def _build(identity: Identity, source: str, sheet: Sheet, *, layout: Layout, office: Office) -> Read:
    text, blocks, segments = assemble(layout.paragraphs, source)
    noted = find_notes(text, blocks)
    facts = (*sheet.facts, *settle_facts(layout, text, blocks))
    brackets = find_brackets(text)
    document = Document(
        id=identity.document,
        version=identity.version,
        source=identity.source,
        form=layout.form,
        title=_title(facts, layout, text),
        text=text,
        part=layout.part,
        language=office.language,
        publisher=office.publisher,
        kicker=layout.kicker,
        event=settle_event(layout, blocks),
        completeness=office.completeness,
        blocks=blocks,
        marks=merge_marks(brackets.marks, noted),
        notes=noted.notes,
        tags=layout.tags,
        facts=facts,
        furniture=settle_furniture(sheet, layout, source),
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


def _no_text(sheet: Sheet, address: str) -> Finding:
    titles = [fact.text for fact in sheet.facts if fact.name == "title"]
    named = f" of {titles[0]!r}" if titles else ""
    message = f"a header line{named} and no text after it" if sheet.facts else "nothing but page furniture, no text"
    return Finding(code="read-no-text", level="problem", message=message, where=Where(address=address))


def _no_prose(address: str) -> Finding:
    message = "a list of addresses, no prose"
    return Finding(code="read-no-prose", level="problem", message=message, where=Where(address=address))
