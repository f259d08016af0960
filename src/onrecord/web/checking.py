"""Quotations and drafts that somebody wants checked."""

import re
from collections.abc import Sequence

import msgspec

from onrecord.errors import BadDate, EmptyQuotation, TooMuch
from onrecord.model import Claim, Document, Span, Trace
from onrecord.reader import Reader
from onrecord.record import get_quotation
from onrecord.web.limits import DRAFT_BYTES, QUOTATIONS, Deadline, check_quotation

_MARKS = "\"'“”„‘’«»"  # noqa: RUF001 - curly marks are meant
_DOUBLE_MARKS = frozenset('"“”„«»')
_QUOTED = re.compile(r"[\"“„][^\"“”„]*\w[^\"“”„]*[\"”“]|«[^«»]*\w[^«»]*»")

_TYPED = "draft.txt"


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

    What is claimed of a draft is claimed of its quotations that claim nothing themselves. The pieces count in the text
    as it was given. Raises EmptyQuotation, BadDate, BadRequest, TooMuch, TookTooLong.
    """
    span = find_bare(claim.text)
    bare = span.slice(claim.text)
    if _QUOTED.search(bare):
        data = bare.encode("utf-8", "replace")
        return check_draft(reader, data, address="", claim=claim, deadline=deadline)
    trace = reader.check(check_quotation(bare), by=claim.by, on=claim.on)
    deadline.check()
    return Checked(items=(Item(pieces=(span,), trace=trace),))


def check_draft(reader: Reader, data: bytes, *, address: str, claim: Claim, deadline: Deadline) -> Checked:
    """Every quotation of a draft, claimed as `claim` says where it claims nothing itself; without address it was typed.

    Raises BadDate, BadRequest, TooMuch, TookTooLong.
    """
    if len(data) > DRAFT_BYTES:
        raise TooMuch(noun="bytes of a draft", given=len(data), most=DRAFT_BYTES)
    default = get_quotation(claim)
    drafts = reader.read_drafts(data, address=address or _TYPED, is_typed=not address)
    (draft, *_) = drafts
    _count(len(draft.quotations))
    items = []
    for found in draft.quotations:
        is_claimed = found.by or found.on
        quotation = found if is_claimed else msgspec.structs.replace(found, by=default.by, on=default.on)
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
        return Item(
            trace=reader.check(check_quotation(find_bare(claim.text).slice(claim.text)), by=claim.by, on=claim.on)
        )
    except (BadDate, EmptyQuotation, TooMuch) as error:
        return Item(problem=str(error))


def _count(quotations: int) -> None:
    if quotations > QUOTATIONS:
        raise TooMuch(noun="quotations", given=quotations, most=QUOTATIONS)


def find_bare(text: str) -> Span:
    """Where the text stands without the space and the marks around all of it."""
    whole = _strip(text, Span(start=0, end=len(text)))
    bare = whole.slice(text)
    is_wrapped = len(bare) > 1 and bare[0] in _MARKS and bare[-1] in _MARKS
    if not is_wrapped or _DOUBLE_MARKS & set(bare[1:-1]):
        return whole
    return _strip(text, Span(start=whole.start + 1, end=whole.end - 1))


def _strip(text: str, span: Span) -> Span:
    inside = span.slice(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start=start, end=max(start, span.start + len(inside.rstrip())))
