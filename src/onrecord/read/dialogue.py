"""Question and answer: pages on which the speakers are told by labels, without a heading that says so."""

from itertools import takewhile

from onrecord.read.labels import is_particular
from onrecord.read.layout import Layout, Sheet
from onrecord.read.titles import read_title
from onrecord.read.turns import find_labels, is_conversation


def read_dialogue(sheet: Sheet) -> Layout | None:
    """The layout of a page on which at least two speakers take turns, or `None`; what stands above may be its title."""
    paragraphs = sheet.paragraphs
    labels = find_labels(paragraphs)
    if not is_conversation(labels, paragraphs):
        return None
    above = takewhile(lambda paragraph: not is_particular(paragraph.text), paragraphs[: labels[0].paragraph])
    titled = read_title(paragraphs, body=sum(1 for _ in above))
    return Layout(
        form="transcript",
        paragraphs=titled.paragraphs,
        title=titled.title,
        kicker=titled.kicker,
        statements=titled.statements,
    )
