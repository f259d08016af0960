"""Words that somebody says were said."""

import msgspec

from onrecord.model.dating import Dating
from onrecord.model.span import Span


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation as somebody typed it: the words, who is said to have said them, and when; empty where not said."""

    text: str
    by: str = ""
    on: str = ""


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """Quoted words and what is claimed of them.

    `text` is what stands between the marks. `pieces` are its spans in the draft, in order, joined by one space; several
    where a new paragraph goes on with it, or where the writer's own words interrupt it, and then `breaks` are the
    offsets in `text` of the spaces at which they do. A quotation typed on the command line has no piece. `by` is the
    claimed speaker, empty where none is claimed. `opened` and `closed` say whether its marks are there; where one is
    missing, the paragraph or a bracketed date bounds it. `document` and `version` name the document of the record in
    which the quotation stands; they are empty for a draft.
    """

    text: str
    pieces: tuple[Span, ...] = ()
    breaks: tuple[int, ...] = ()
    by: str = ""
    by_span: Span | None = None
    on: Dating | None = None
    on_span: Span | None = None
    opened: bool = True
    closed: bool = True
    document: str = ""
    version: str = ""
