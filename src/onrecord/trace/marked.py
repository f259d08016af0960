"""Changes that the quotation shows by a mark of its own."""

from collections.abc import Iterator, Sequence

from onrecord.model import Edit, EditKind
from onrecord.trace.pairing import Comparison
from onrecord.trace.quoted import QuotedMark
from onrecord.trace.source import has_layer


def compare_mark(comparison: Comparison, mark: QuotedMark, left: int, right: int) -> Edit | None:
    """The edit that a mark shows, `None` where the source has the same mark or a break hides nothing."""
    forms = comparison.source.words.forms[left:right]
    gap = comparison.source.get_gap(left, right)
    if mark.kind == "bracket" and (has_layer(gap, mark.forms) or (forms == mark.forms and "[" in gap)):
        return None
    if mark.kind == "ellipsis" and left == right and any(sign in gap for sign in ("…", "...", ". .")):
        return None
    if mark.kind in {"break", "note"} and (left == right or forms == mark.forms):
        return None
    if mark.kind == "sic":
        kind: EditKind = "editorial"
    else:
        same = (left == right and mark.kind == "ellipsis") or (mark.kind == "bracket" and forms == mark.forms)
        kind = "punctuation" if same else "other"
    return Edit(
        kind=kind,
        quoted=mark.span.slice(comparison.quoted.text),
        source=comparison.source.find_span(left, right).slice(comparison.source.text),
        quotation_span=mark.span,
        source_span=comparison.source.find_span(left, right),
        marked=True,
        passage=comparison.passage,
    )


def find_inside(comparison: Comparison, marks: Sequence[QuotedMark]) -> Iterator[Edit]:
    """The words with a bracket inside, as "[T]he", where the source has none."""
    places = dict(comparison.pairs)
    for mark in marks:
        if mark.inside and mark.at in places:
            span = comparison.source.find_span(places[mark.at], places[mark.at] + 1)
            source = span.slice(comparison.source.text)
            if "[" not in source:
                yield Edit(
                    kind="punctuation",
                    quoted=mark.span.slice(comparison.quoted.text),
                    source=source,
                    quotation_span=mark.span,
                    source_span=span,
                    marked=True,
                    passage=comparison.passage,
                )
