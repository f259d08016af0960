"""Plain text and Markdown."""

from collections.abc import Iterator

from onrecord.model import Finding
from onrecord.read.decoding import decode_source
from onrecord.read.links import is_link_list
from onrecord.read.markdown import is_markdown, read_markdown
from onrecord.read.page import Page
from onrecord.read.plain import read_plain
from onrecord.read.raw import Raw


def read_text(raw: Raw) -> Iterator[Page | Finding]:
    """The one page of a text, whose characters are those of the source."""
    decoded = decode_source(raw.data, address=raw.address, charset=raw.charset)
    yield from decoded.findings
    if decoded.text is None:
        return
    read_sheet = read_markdown if is_markdown(raw.address) else read_plain
    sheet = read_sheet(decoded.text, raw.office)
    if sheet.paragraphs and is_link_list(decoded.text):
        yield Finding(code="read-no-prose", level="note", message="a list of addresses, no prose")
    else:
        yield Page(decoded.text, sheet)
