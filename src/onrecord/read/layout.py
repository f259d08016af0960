"""What a form makes of the paragraphs of a page."""

from typing import Literal, NamedTuple

import msgspec

from onrecord.model import Block, Cue, Event, Fact, Form, Furniture, Link, Span
from onrecord.read.paragraphs import Paragraph


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A page before its form is known: paragraphs, what the page states of itself, and what belongs to no document.

    `form` is set where the type of file settles it, `language` where the page names its own. The spans of links and
    cues count in the source.
    """

    paragraphs: tuple[Paragraph, ...]
    facts: tuple[Fact, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    form: Form | None = None
    language: str = ""
    links: tuple[Link, ...] = ()
    cues: tuple[Cue, ...] = ()


class Stated(NamedTuple):
    """A fact that stands inside one of the paragraphs: which one, and where in it."""

    name: Literal["speaker", "occasion", "date", "title"]
    origin: Literal["heading", "page"]
    paragraph: int
    span: Span


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The paragraphs with their kinds settled, and what the form found in them."""

    form: Form
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    kicker: str = ""
    event: Event | None = None
    tags: tuple[str, ...] = ()
    statements: tuple[Stated, ...] = ()


def settle_facts(layout: Layout, text: str, blocks: tuple[Block, ...]) -> tuple[Fact, ...]:
    """The statements of a layout as facts with their spans in the assembled text."""
    spans = [(stated, stated.span.shift(blocks[stated.paragraph].span.start)) for stated in layout.statements]
    return tuple(
        Fact(name=stated.name, text=span.slice(text), origin=stated.origin, span=span) for stated, span in spans
    )
