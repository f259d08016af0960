"""Transcripts: a heading that says who spoke, where and when, then the words themselves."""

from onrecord.model import Event
from onrecord.read.headings import find_heading
from onrecord.read.layout import Layout, Sheet, Stated


def read_transcript(sheet: Sheet) -> Layout | None:
    """The layout of a page that begins with the heading of a transcript, or `None`."""
    heading = find_heading(sheet.paragraphs)
    if heading is None:
        return None
    text = heading.paragraph.text
    statements = tuple(Stated(name, "heading", 0, span) for name, span in heading.parts)
    occasions = [stated.span.slice(text) for stated in statements if stated.name == "occasion"]
    return Layout(
        form="transcript",
        paragraphs=(heading.paragraph, *sheet.paragraphs[heading.taken :]),
        title=text[: heading.title_end].strip(),
        event=Event(name=occasions[0]) if occasions else None,
        statements=statements,
    )
