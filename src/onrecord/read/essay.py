"""Essays of dated quotations: an author's frame around words that others said, each with its date behind it."""

from itertools import islice

from onrecord.read.dateshapes import dated_quotation
from onrecord.read.layout import Layout, Sheet
from onrecord.read.tags import find_tags
from onrecord.read.titles import read_title

_FEWEST_DATED = 2


def read_essay(sheet: Sheet) -> Layout | None:
    """The layout of a page that dates at least two of its quotations in brackets, or `None`."""
    found = (match for paragraph in sheet.paragraphs for match in dated_quotation().finditer(paragraph.text))
    if len(list(islice(found, _FEWEST_DATED))) < _FEWEST_DATED:
        return None
    titled = read_title(sheet.paragraphs)
    return Layout(
        form="essay",
        paragraphs=titled.paragraphs,
        title=titled.title,
        kicker=titled.kicker,
        tags=find_tags(titled.paragraphs),
        statements=titled.statements,
    )
