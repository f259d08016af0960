"""The voices of a narrated document: what the narrator quotes, and what is quoted inside of that."""

from bisect import bisect_left

from onrecord.attribute.marks import QuoteMark, find_quote_marks
from onrecord.attribute.pairing import Quoted, pair_marks
from onrecord.attribute.singles import merge_single, pair_single_marks
from onrecord.model import Document, Finding, Mark, Quotation, Span, Where

_FEWEST_WORDS = 4


def find_voices(doc: Document, quotations: tuple[Quotation, ...]) -> tuple[Mark, ...]:
    """A mark for every piece of the quotations and for each quotation inside of it, quotation marks left out."""
    marks: list[Mark] = []
    found = find_quote_marks(doc.text) if quotations else ()
    for piece in (piece for quotation in quotations for piece in quotation.pieces):
        marks.append(Mark(kind="quotation", span=piece))
        marks += (Mark(kind="nested-quotation", span=each.inner) for each in _find_nested(doc.text, piece, found))
    return tuple(marks)


def _find_nested(text: str, piece: Span, marks: tuple[QuoteMark, ...]) -> tuple[Quoted, ...]:
    """The quotations inside a quotation, between double marks or single ones that are no apostrophes, in order."""
    inside = marks[bisect_left(marks, piece.start, key=_get_start) : bisect_left(marks, piece.end, key=_get_start)]
    double = tuple(each for each in pair_marks(text, piece, inside) if each.opened and each.closed)
    single = merge_single(text, double, pair_single_marks(text, piece))
    return tuple(each for each in single if any(char.isalnum() for char in each.inner.slice(text)))


def _get_start(mark: QuoteMark) -> int:
    return mark.start


def find_repeated(doc: Document, quotations: tuple[Quotation, ...]) -> tuple[Finding, ...]:
    """A finding for every sentence that the document quotes more than once; its place is where it stands again."""
    first: dict[tuple[str, ...], Span] = {}
    findings = []
    for quotation in quotations:
        words = tuple("".join(char if char.isalnum() else " " for char in quotation.text.casefold()).split())
        if len(words) < _FEWEST_WORDS or not quotation.pieces:
            continue
        place = quotation.pieces[0]
        if first.setdefault(words, place) is not place:
            message = f"these {len(words)} words are quoted before, at {first[words].start}: one statement or two"
            where = Where(document=doc.id, span=place)
            findings.append(Finding(code="attribute-quotation-twice", level="note", message=message, where=where))
    return tuple(findings)
