"""Which form a page has, told from its text."""

from typing import NamedTuple

from onrecord.model import Entry, Finding, Office
from onrecord.read.article import read_article, read_bare
from onrecord.read.essay import read_essay
from onrecord.read.layout import Layout, Sheet
from onrecord.read.listing import read_listing
from onrecord.read.report import read_report
from onrecord.read.transcript import read_transcript

# Each knows its form by signs in the text and passes on what it does not know; the surest signs come first.
_READERS = (read_transcript, read_essay, read_report)


class Recognised(NamedTuple):
    """The layouts of the documents of a page, in its order, and a finding where its form was not recognised."""

    layouts: tuple[Layout, ...]
    findings: tuple[Finding, ...] = ()


def recognise_form(sheet: Sheet, *, office: Office, entry: Entry | None) -> Recognised:
    """The page in the form that its text shows, else in the one that the office or a manifest gives it.

    A file for which the manifest names the speaker is a transcript of their words. What nobody knows is an article.
    """
    items = read_listing(sheet)
    if items:
        return Recognised(items)
    for read in _READERS:
        layout = read(sheet)
        if layout is not None:
            return Recognised((layout,))
    form = office.form or ("transcript" if entry is not None and entry.speaker else None)
    if form is not None:
        return Recognised((read_bare(sheet, form),))
    message = "the text shows no form that is known: read as an article; an office file may give the form"
    return Recognised((read_article(sheet),), (Finding(code="read-form-unknown", level="note", message=message),))
