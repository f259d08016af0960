"""The catalogue of a record: documents as a reader who looks for them sees them."""

import datetime as dt

import msgspec

from onrecord.model.dating import Dating
from onrecord.model.document import Completeness, Form
from onrecord.model.trace import Passage


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a document without its text; `words` counts those of the text, `date` is without its clues."""

    document: str
    version: str
    form: Form
    title: str
    speaker: str
    date: Dating
    completeness: Completeness
    words: int


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents are meant; an empty string or `None` means that it does not matter.

    A document of an imprecise date is in a range of days that its interval meets; `surely` wants the whole interval in
    the range, so that a document of an unknown date is never in it.
    """

    speaker: str = ""
    form: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    surely: bool = False


class Facet(msgspec.Struct, frozen=True, kw_only=True):
    """How many documents have one value."""

    name: str
    count: int


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """The values that some documents have, the most frequent first."""

    speakers: tuple[Facet, ...] = ()
    forms: tuple[Facet, ...] = ()


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """What the record holds of one year; `places` counts the answers to a search.

    Only documents whose date lies within one year are counted.
    """

    year: int
    documents: int
    words: int
    places: int = 0
    forms: dict[str, int] = {}


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose words documents of the record are; the dates are the first and the last that any may have."""

    name: str
    documents: int
    words: int
    earliest: dt.date | None
    latest: dt.date | None


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A document that answers a search; `places` counts the places in its text, `passages` are the first of them."""

    card: Card
    places: int
    passages: tuple[Passage, ...] = ()
