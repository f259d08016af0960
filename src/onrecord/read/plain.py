"""Plain text to a sheet of paragraphs."""

from onrecord.model import Office
from onrecord.read.furniture import clear_furniture
from onrecord.read.header import read_header
from onrecord.read.layout import Sheet
from onrecord.read.lines import split_lines
from onrecord.read.paragraphs import build_paragraphs


def read_plain(source: str, office: Office) -> Sheet:
    """The sheet of a decoded text file."""
    header = read_header(split_lines(source), office)
    cleared = clear_furniture(header.lines, office)
    return Sheet(paragraphs=build_paragraphs(cleared.lines), facts=header.facts, furniture=cleared.furniture)
