"""Which form a page has, told from its text."""

from typing import NamedTuple

import msgspec

from onrecord.model import Entry, Finding, Office
from onrecord.read.article import read_article, read_bare
from onrecord.read.dialogue import read_dialogue
from onrecord.read.essay import read_essay
from onrecord.read.layout import Layout, Sheet
from onrecord.read.listing import read_listing
from onrecord.read.message import read_message
from onrecord.read.notes import turn_notes
from onrecord.read.release import read_release
from onrecord.read.report import read_report
from onrecord.read.transcript import read_transcript

# Each knows its form by signs in the text and passes on what it does not know; the surest signs come first.
_READERS = (read_transcript, read_dialogue, read_essay, read_report, read_release)


class Recognised(NamedTuple):
    """The layouts of the documents of a page, in its order, and a finding where its form was not recognised."""

    layouts: tuple[Layout, ...]
    findings: tuple[Finding, ...] = ()


def recognise_form(sheet: Sheet, *, office: Office, entry: Entry | None) -> Recognised:
    """The page in the form that its text shows, else in the one that the office or a manifest gives it.

    Where the type of file settles the form, as that of subtitles does, nothing is looked for. A file for which the
    manifest names the speaker is a transcript of their words. A signature does not overrule an office that calls its
    pages otherwise: what somebody said to an assembly may be signed. What nobody knows is an article.
    """
    if sheet.form is not None:
        return Recognised((read_bare(sheet, sheet.form),))
    sheet = msgspec.structs.replace(sheet, paragraphs=turn_notes(sheet.paragraphs))
    items = read_listing(sheet)
    if items:
        return Recognised(items)
    for read in _READERS:
        layout = read(sheet)
        if layout is not None:
            return Recognised((layout,))
    message = read_message(sheet) if office.form in {None, "message"} else None
    if message is not None:
        return Recognised((message,))
    form = office.form or ("transcript" if entry is not None and entry.speaker else None)
    if form is not None:
        return Recognised((read_bare(sheet, form),))
    unknown = "the text shows no form that is known: read as an article; an office file may give the form"
    return Recognised((read_article(sheet),), (Finding(code="read-form-unknown", level="note", message=unknown),))
