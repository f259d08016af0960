"""What a form makes of the paragraphs of a page."""

from typing import Literal, NamedTuple, Self

import msgspec

from onrecord.model import Block, Cue, Event, Fact, FactName, Form, Furniture, Link, Span
from onrecord.read.paragraphs import Paragraph


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A page before its form is known: paragraphs, what the page states of itself, and what belongs to no document.

    `form` is set where the type of file settles it, `language` where the page names its own. The spans of links and
    cues count in the source. `items` are the paragraphs with which the items of a list begin, where the file's own
    structure says so.
    """

    paragraphs: tuple[Paragraph, ...]
    facts: tuple[Fact, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    form: Form | None = None
    language: str = ""
    links: tuple[Link, ...] = ()
    cues: tuple[Cue, ...] = ()
    items: tuple[int, ...] = ()


class Stated(NamedTuple):
    """A fact that stands inside one of the paragraphs: which one, and where in it."""

    name: FactName
    origin: Literal["heading", "page"]
    paragraph: int
    span: Span

    @classmethod
    def of_whole(cls, name: FactName, index: int, paragraph: Paragraph) -> Self:
        """The fact that a whole paragraph of the page states."""
        return cls(name, "page", index, Span(start=0, end=len(paragraph.text)))


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The paragraphs of one document with their kinds settled, and what the form found in them.

    `part` names the document where the page holds several. `furniture` are paragraphs of the page that belong to none.
    The spans of the event's participants are offsets in the paragraph `event_paragraph`.
    """

    form: Form
    paragraphs: tuple[Paragraph, ...]
    part: str = ""
    furniture: tuple[Paragraph, ...] = ()
    title: str = ""
    kicker: str = ""
    event: Event | None = None
    event_paragraph: int = 0
    tags: tuple[str, ...] = ()
    statements: tuple[Stated, ...] = ()


def settle_facts(layout: Layout, text: str, blocks: tuple[Block, ...]) -> tuple[Fact, ...]:
    """The statements of a layout as facts with their spans in the assembled text."""
    spans = [(stated, stated.span.shift(blocks[stated.paragraph].span.start)) for stated in layout.statements]
    return tuple(
        Fact(name=stated.name, text=span.slice(text), origin=stated.origin, span=span) for stated, span in spans
    )


def settle_event(layout: Layout, blocks: tuple[Block, ...]) -> Event | None:
    """The event of a layout, its participants with their spans in the assembled text."""
    if layout.event is None or not layout.event.participants:
        return layout.event
    shift = blocks[layout.event_paragraph].span.start
    placed = tuple(
        msgspec.structs.replace(each, span=each.span and each.span.shift(shift)) for each in layout.event.participants
    )
    return msgspec.structs.replace(layout.event, participants=placed)


def settle_furniture(sheet: Sheet, layout: Layout, source: str) -> tuple[Furniture, ...]:
    """The furniture of a sheet and a layout in the order of the source; what the reader put there has no place."""
    held = ([piece for piece in paragraph.pieces if piece.source >= 0] for paragraph in layout.furniture)
    spans = (Span(start=own[0].source, end=own[-1].source + len(own[-1].text)) for own in held if own)
    found = (Furniture(text=span.slice(source), source_span=span) for span in spans)
    return tuple(sorted((*sheet.furniture, *found), key=lambda each: each.source_span))


def share_sheet(sheet: Sheet, layout: Layout, index: int) -> Sheet:
    """What the sheet says of one document of its page; of several documents, the title and date of the page are none.

    What was taken out of the page before it fell into documents stays with the first of them.
    """
    if not layout.part:
        return sheet
    facts = tuple(fact for fact in sheet.facts if fact.name == "url")
    return msgspec.structs.replace(sheet, facts=facts, furniture=() if index else sheet.furniture)
