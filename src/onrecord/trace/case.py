"""A quotation with everything that a verdict and its flags speak of."""

import msgspec

from onrecord.model import Edit, Passage, Quotation
from onrecord.trace.index import Index


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation with what was found.

    `speakers` are those whom its claim may mean, perhaps nobody; `text` is that of the first passage's document.
    """

    quotation: Quotation
    passages: tuple[Passage, ...]
    index: Index
    edits: tuple[Edit, ...] = ()
    speakers: frozenset[str] = frozenset()
    text: str = ""
