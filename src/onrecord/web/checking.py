"""Quotations and drafts that somebody wants checked."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.errors import BadDate, EmptyQuotation, TooMuch
from onrecord.model import Claim, Document, Span, Trace
from onrecord.reader import Reader
from onrecord.web.limits import DRAFT_BYTES, QUOTATIONS, Deadline, check_quotation

_MARKS = "\"'“”„‘’«»"  # noqa: RUF001 - curly marks are meant
_DOUBLE_MARKS = frozenset('"“”„«»')
_QUOTED = re.compile(r"[\"“„][^\"“”„]*\w[^\"“”„]*[\"”“]|«[^«»]*\w[^«»]*»")
_ADDRESS = "draft.md"


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation: where it stands in what was sent, and its trace, or the problem that kept it from being traced."""

    pieces: tuple[Span, ...] = ()
    trace: Trace | None = None
    problem: str = ""


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The answers to a text; `document` is the draft as it was read, `None` for quotations by themselves."""

    items: tuple[Item, ...] = ()
    document: Document | None = None

    @property
    def traces(self) -> tuple[Trace, ...]:
        """The traces of those that could be traced."""
        return tuple(item.trace for item in self.items if item.trace)


def check_text(reader: Reader, claim: Claim, deadline: Deadline) -> Checked:
    """A text with quotation marks is a draft, one without (or wholly in marks) is itself the quotation.

    Raises EmptyQuotation, BadDate, TooMuch, TookTooLong.
    """
    bare = get_bare(claim.text)
    if _QUOTED.search(bare):
        return check_draft(reader, bare.encode("utf-8", "replace"), address=_ADDRESS, deadline=deadline)
    trace = reader.check(check_quotation(bare), by=claim.by, on=claim.on)
    deadline.check()
    return Checked(items=(Item(pieces=(Span(start=0, end=len(bare)),), trace=trace),))


def check_draft(reader: Reader, data: bytes, *, address: str, deadline: Deadline) -> Checked:
    """Every quotation of a draft; raises TooMuch, TookTooLong."""
    if len(data) > DRAFT_BYTES:
        raise TooMuch(noun="bytes of a draft", given=len(data), most=DRAFT_BYTES)
    drafts = reader.read_drafts(data, address=address)
    if not drafts:
        return Checked()
    (draft, *_) = drafts
    _count(len(draft.quotations))
    items = []
    for quotation in draft.quotations:
        try:
            check_quotation(quotation.text)
            trace = reader.trace(quotation, exclude=draft.exclude)
            items.append(Item(pieces=quotation.pieces, trace=trace))
        except TooMuch as error:
            items.append(Item(pieces=quotation.pieces, problem=str(error)))
        deadline.check()
    return Checked(items=tuple(items), document=draft.document)


def check_claims(reader: Reader, claims: Sequence[Claim], deadline: Deadline) -> Checked:
    """Quotations one by one; what is wrong with one is said of that one. Raises TooMuch, TookTooLong."""
    _count(len(claims))
    items = []
    for claim in claims:
        items.append(_check_claim(reader, claim))
        deadline.check()
    return Checked(items=tuple(items))


def _check_claim(reader: Reader, claim: Claim) -> Item:
    try:
        return Item(trace=reader.check(check_quotation(get_bare(claim.text)), by=claim.by, on=claim.on))
    except (BadDate, EmptyQuotation, TooMuch) as error:
        return Item(problem=str(error))


def _count(quotations: int) -> None:
    if quotations > QUOTATIONS:
        raise TooMuch(noun="quotations", given=quotations, most=QUOTATIONS)


def get_bare(text: str) -> str:
    """The text without the marks that stand around all of it."""
    bare = text.strip()
    inner = bare[1:-1]
    is_wrapped = len(bare) > 1 and bare[0] in _MARKS and bare[-1] in _MARKS
    return inner.strip() if is_wrapped and not _DOUBLE_MARKS & set(inner) else bare
