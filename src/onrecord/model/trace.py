"""Where quoted words stand in the record, and what was done to them."""

import datetime as dt
from typing import Literal

import msgspec

from onrecord.model.dating import Dating
from onrecord.model.document import Completeness, Form
from onrecord.model.quotation import Quotation
from onrecord.model.span import Span

Verdict = Literal["absent", "ambiguous", "spliced", "reworded", "altered", "marked", "same-words", "verbatim"]
EditKind = Literal[
    "negation",
    "number",
    "name",
    "quantifier",
    "modality",
    "editorial",
    "spelling",
    "inflection",
    "function-word",
    "other",
    "variant",
    "punctuation",
]
FlagCode = Literal[
    "misattributed",
    "other-occasion",
    "misdated",
    "other-voice",
    "reported-only",
    "omission-turns-meaning",
    "stops-short",
    "copies-differ",
    "earlier-use",
    "near-gap",
]


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One difference between the quotation and the passage.

    `quoted` and `source` are the exact characters on either side, one of them empty for words added or left out; the
    spans are offsets in `Quotation.text` and in the text of the document of `Trace.passages[passage]`. `marked` says
    that the quotation shows the change itself (an ellipsis, square brackets). A `variant` is another spelling of the
    same word, `punctuation` a changed question mark.
    """

    kind: EditKind
    quoted: str
    source: str
    quotation_span: Span
    source_span: Span
    marked: bool = False
    passage: int = 0


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the record that holds the words of a quotation, or of a part of it, or answers a search.

    `id` names the version and the offsets (`p4f1c9a2b7e.1200-1310`). `text` is `document.text[span]`; `prefix` and
    `suffix` are what stands around it, as in a TextQuoteSelector of the W3C Web Annotation model. `quotation_span` is
    the part of the quotation that stands here, empty for the answer to a search. `copy_of` is the index of the passage
    of which this is another copy, -1 where it is none.
    """

    id: str
    document: str
    version: str
    title: str
    form: Form
    speaker: str
    date: Dating
    completeness: Completeness
    span: Span
    text: str
    prefix: str
    suffix: str
    quotation_span: Span = Span(start=0, end=0)
    copy_of: int = -1


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """Something beside the wording that a reader should know, with its evidence in one sentence."""

    code: FlagCode
    evidence: str


class Searched(msgspec.Struct, frozen=True, kw_only=True):
    """What a verdict of `absent` covers. The dates are the first and the last that any document may have."""

    documents: int
    words: int
    speakers: int
    unreadable: int
    lossy: int
    earliest: dt.date | None = None
    latest: dt.date | None = None


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for one quotation.

    `passages` stand best first: for a splice one for each part in the order of the quotation, then the copies.
    `typography` counts differences of typography that are no edits. `sentence` says the verdict in words.
    """

    quotation: Quotation
    verdict: Verdict
    sentence: str
    searched: Searched
    passages: tuple[Passage, ...] = ()
    edits: tuple[Edit, ...] = ()
    flags: tuple[Flag, ...] = ()
    typography: int = 0
