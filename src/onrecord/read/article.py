"""Pages whose form the text does not show: bare files of an office, and anything else."""

from onrecord.model import Form
from onrecord.read.layout import Layout, Sheet
from onrecord.read.tags import find_tags
from onrecord.read.titles import read_title


def read_bare(sheet: Sheet, form: Form) -> Layout:
    """The layout of a file that is text from its first line; its title, if any, stands in its header or a manifest."""
    return Layout(form=form, paragraphs=sheet.paragraphs)


def read_article(sheet: Sheet) -> Layout:
    """The layout of a page of no known form: title, paragraphs, tags."""
    titled = read_title(sheet.paragraphs)
    return Layout(
        form="article",
        paragraphs=titled.paragraphs,
        title=titled.title,
        kicker=titled.kicker,
        tags=find_tags(titled.paragraphs),
        statements=titled.statements,
    )
