"""What was read from a source: one text that never changes, and spans that say what its parts are."""

from bisect import bisect_right
from typing import Literal

import msgspec

from onrecord.model.capture import Capture
from onrecord.model.dating import Clue, Dating
from onrecord.model.event import Event
from onrecord.model.span import Span

Form = Literal["listing", "report", "transcript", "essay", "message", "article", "subtitles"]
Completeness = Literal["complete", "lossy", "unknown"]
BlockKind = Literal["kicker", "heading", "paragraph", "list-item", "quote", "note"]
MarkKind = Literal[
    "editorial", "stage-direction", "note-reference", "scripture", "date", "verse", "quotation", "nested-quotation"
]
FactName = Literal["year", "date", "day", "speaker", "addressee", "title", "occasion", "place", "url", "published"]


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph or a heading; blocks stand in the order of the text and do not overlap."""

    kind: BlockKind
    span: Span


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A span of the text that is not the speaker's running words, or points away from them.

    `editorial` is the editor's `[ ]`, brackets included; `note-reference` is `(1)` as it stands; `scripture` a
    reference such as `(Quran 4:76)`; `date` a bracketed date. In a narrated document `quotation` is what the narrator
    quotes, its marks included, and `nested-quotation` what is quoted inside of that; all else is the narrator's. A mark
    is never deleted from the text.
    """

    kind: MarkKind
    span: Span


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A foot- or endnote: its label as printed, where its own text stands, and where it is referred to.

    `reference` is `None` where the text nowhere points to the note. `date` is the one day or interval that it names.
    """

    label: str
    kind: Literal["note", "slogan"]
    span: Span
    reference: Span | None = None
    date: Dating = Dating()


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A run of `length` characters that stand at `text_start` in the document and at `source_start` in the source.

    Offsets of the source count the code points of its decoded text; where the bytes are no text (HTML, PDF, DOCX, ODT,
    subtitles), they count those of the text that was extracted from it (`read_pages` gives it). Characters of the text
    in no segment (a space that rejoins a wrapped line) were put there by the reader; characters of the source in no
    segment were dropped.
    """

    text_start: int
    source_start: int
    length: int


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What the page, its header line, its heading or a manifest states of the document, as it is written there.

    `span` is its place in the document's text, `None` where it stands outside (a header line, a manifest, the metadata
    of a page). A `date` has a year, a `day` has none (`today (Thursday)`); `published` is when the page came out, which
    is not when the words were said. `speaker` is also who signed a message, `addressee` to whom it goes.
    """

    name: FactName
    text: str
    origin: Literal["header", "heading", "manifest", "page"]
    span: Span | None = None


class Furniture(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the page that belong to no document: the site's name, a counter, a pointer elsewhere."""

    text: str
    source_span: Span


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What one speaker says in a conversation before the next one does.

    `speaker` is the name in the label, empty where the label names nobody (`???`); `label` is the label itself as it
    stands before the words, `span` the words, stage directions included. A turn may be empty.
    """

    speaker: str
    span: Span
    label: Span


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Words that lead elsewhere; `url` is whole where the page's own address is known, else as it is written."""

    span: Span
    url: str


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a recording with the seconds from its beginning at which they are shown.

    `voice` is who speaks, where the subtitles say so in a place of their own.
    """

    span: Span
    start: float
    end: float
    voice: str = ""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One item of the record, as it was read from one version of its source.

    `id` stays the same when the address later yields changed bytes, `version` does not; both are hashes of the source's
    bytes and of `part`, the document's place inside a source that holds several (empty where it holds one).
    `speaker` is the name of the one person whose words the document is (a transcript, a message), or empty; where
    several people speak, `turns` say who does where. `source` is the SHA-256 of the bytes in hexadecimal. `capture` is
    set where a web archive tells how it got the page; `part` is then the page's address. `date` is when its words were
    said or its event took place, `published` when the page went out, `cited` the other days of which it speaks, in the
    order of the text.
    """

    id: str
    version: str
    source: str
    form: Form
    title: str
    text: str
    part: str = ""
    language: str = "en"
    publisher: str = ""
    kicker: str = ""
    speaker: str = ""
    event: Event | None = None
    date: Dating = Dating()
    published: Dating = Dating()
    cited: tuple[Clue, ...] = ()
    completeness: Completeness = "unknown"
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    turns: tuple[Turn, ...] = ()
    tags: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    links: tuple[Link, ...] = ()
    cues: tuple[Cue, ...] = ()
    capture: Capture | None = None
    segments: tuple[Segment, ...] = ()

    def find_turn(self, span: Span) -> Turn | None:
        """The turn whose words hold the span; `None` where it lies in none, or reaches over several."""
        index = bisect_right(self.turns, span.start, key=_get_start) - 1
        return self.turns[index] if index >= 0 and self.turns[index].span.holds(span) else None


def _get_start(turn: Turn) -> int:
    return turn.span.start
