"""Quotation marks paired into quotations, paragraph by paragraph.

Marks are paired like brackets, so that a quotation inside a quotation stays inside. Where a paragraph's marks do not
come out even, a bracketed claim (`[Nov 3, 2019]`) shows where a quotation ends whatever its marks say; what stands
beside no claim is paired as it comes, and a new opening mark ends what was left open.
"""

import re

import msgspec

from onrecord.attribute.marks import QuoteMark
from onrecord.model import Span

_REFERENCE = re.compile(r"\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]")


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch between marks: `inner` without them, `outer` with them; an absent mark leaves both ends the same.

    A block quotation (`is_block`) has no marks of its own.
    """

    inner: Span
    outer: Span
    opened: bool = True
    closed: bool = True
    is_block: bool = False


class _Stack(msgspec.Struct, kw_only=True):
    """The state of pairing: finished outermost pairs, open marks from the outside in, marks without a partner."""

    pairs: list[Quoted]
    waiting: list[QuoteMark]
    strays: int = 0


def pair_marks(
    text: str,
    paragraph: Span,
    marks: tuple[QuoteMark, ...],
    *,
    claims: tuple[Span, ...] = (),
    goes_on: QuoteMark | None = None,
) -> tuple[Quoted, ...]:
    """The outermost quotations of one paragraph, in order.

    `claims` are the bracketed claims in the paragraph; `goes_on` is the mark with which the next paragraph begins, as
    it does where a quotation of several paragraphs goes on.
    """
    stack = _pair_all(marks)
    if not stack.strays and not stack.waiting:
        return tuple(stack.pairs)
    if not stack.strays and not claims and _may_go_on(stack.waiting[0], goes_on):
        return (*stack.pairs, _leave_open(text, stack.waiting[0], paragraph.end))
    quoted: list[Quoted] = []
    start = paragraph.start
    for claim in claims:
        quoted += _pair_claimed(text, Span(start=start, end=claim.start), _within(marks, start, claim.start))
        start = claim.end
    rest = _within(marks, start, paragraph.end)
    return (*quoted, *_pair_rest(text, Span(start=start, end=paragraph.end), rest, goes_on))


def _may_go_on(opening: QuoteMark, following: QuoteMark | None) -> bool:
    return following is not None and following.role != "close" and following.shape == opening.shape


def _pair_all(marks: tuple[QuoteMark, ...]) -> _Stack:
    stack = _Stack(pairs=[], waiting=[])
    for mark in marks:
        partner = _find_partner(mark, stack.waiting)
        if mark.role == "open" or (mark.role == "either" and partner is None):
            stack.waiting.append(mark)
        elif partner is None:
            stack.strays += 1
        else:
            # Marks of another kind left open inside a pair stay inside it.
            opening = stack.waiting[partner]
            del stack.waiting[partner:]
            if not stack.waiting:
                stack.pairs.append(_close(opening, mark))
    return stack


def _find_partner(mark: QuoteMark, waiting: list[QuoteMark]) -> int | None:
    """The place of the open mark that `mark` closes: the innermost of its own shape, or one it may mix with."""
    for index in range(len(waiting) - 1, -1, -1):
        if waiting[index].shape == mark.shape:
            return index
    if waiting and "guillemet" not in {mark.shape, waiting[-1].shape}:
        return len(waiting) - 1
    return None


def _pair_claimed(text: str, stretch: Span, marks: tuple[QuoteMark, ...]) -> list[Quoted]:
    """The quotations of a stretch that ends with a claim: the last of them is the one claimed."""
    last = marks[-1] if marks else None
    closing = last if last and last.role != "open" and not _has_words(text, last.end, stretch.end) else None
    before = marks[:-1] if closing else marks
    stack = _pair_all(before)
    if stack.waiting:
        opening = stack.waiting[0]
        return [*stack.pairs, _close(opening, closing) if closing else _leave_open(text, opening, stretch.end)]
    if closing is None:
        return stack.pairs
    return [_open_late(text, stretch, before, closing)]


def _open_late(text: str, stretch: Span, before: tuple[QuoteMark, ...], closing: QuoteMark) -> Quoted:
    """The quotation that lacks its opening mark: it begins where the stretch does."""
    start = stretch.start
    while start < closing.start and text[start].isspace():
        start += 1
    if before and before[0].start == start:
        return _close(before[0], closing)
    inner = Span(start=start, end=closing.start)
    return Quoted(inner=inner, outer=Span(start=start, end=closing.end), opened=False)


def _pair_rest(text: str, stretch: Span, marks: tuple[QuoteMark, ...], goes_on: QuoteMark | None) -> list[Quoted]:
    """The quotations of a stretch that no claim bounds."""
    stack = _pair_all(marks)
    if not stack.strays and not stack.waiting:
        return stack.pairs
    if not stack.strays and _may_go_on(stack.waiting[0], goes_on):
        return [*stack.pairs, _leave_open(text, stack.waiting[0], stretch.end)]
    if len(marks) % 2 == 0 and all(mark.shape == "straight" for mark in marks):
        return [_close(opening, closing) for opening, closing in zip(marks[::2], marks[1::2], strict=True)]
    return _pair_flat(text, stretch, marks)


def _pair_flat(text: str, stretch: Span, marks: tuple[QuoteMark, ...]) -> list[Quoted]:
    quoted = []
    opening: QuoteMark | None = None
    for mark in marks:
        if opening is None:
            opening = mark if mark.role != "close" else None
        elif mark.role == "open":
            quoted.append(_leave_open(text, opening, mark.start))
            opening = mark
        else:
            quoted.append(_close(opening, mark))
            opening = None
    if opening is not None:
        quoted.append(_leave_open(text, opening, stretch.end))
    return quoted


def _close(opening: QuoteMark, closing: QuoteMark) -> Quoted:
    inner = Span(start=opening.end, end=closing.start)
    return Quoted(inner=inner, outer=Span(start=opening.start, end=closing.end))


def _leave_open(text: str, opening: QuoteMark, end: int) -> Quoted:
    """The quotation that lacks its closing mark: it ends with the words before `end`."""
    while end > opening.end and text[end - 1].isspace():
        end -= 1
    return Quoted(inner=Span(start=opening.end, end=end), outer=Span(start=opening.start, end=end), closed=False)


def _has_words(text: str, start: int, end: int) -> bool:
    """Whether anything but stops, a reference and an editor's bracket stands there."""
    return any(char.isalnum() for char in _REFERENCE.sub("", text[start:end]))


def _within(marks: tuple[QuoteMark, ...], start: int, end: int) -> tuple[QuoteMark, ...]:
    return tuple(mark for mark in marks if start <= mark.start < end)
