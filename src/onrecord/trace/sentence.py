"""The verdict in one sentence."""

from collections.abc import Sequence

from onrecord.model import Dating, Edit, Flag, Passage, Searched, Verdict
from onrecord.trace.case import Case
from onrecord.trace.contradictions import find_heads_of
from onrecord.trace.dates import write_date

_SHOWN = 3


def write_verdict(verdict: Verdict, case: Case, flags: Sequence[Flag], searched: Searched) -> str:
    """What was found, what was changed, by whom it was said, when and where."""
    passages, edits = case.passages, case.edits
    if verdict == "absent":
        return f"Not in the record: {_write_searched(searched)}."
    if verdict == "ambiguous":
        return _write_ambiguous(passages)
    places = [_write_place(passage) for passage in passages]
    doubts = _write_doubts(case, flags)
    if verdict == "spliced" and len(passages) == 1:
        rest = max((edit.quoted for edit in edits if not edit.source and not edit.marked), key=len, default="")
        return (
            f'Put together: the record has "{_shorten(passages[0].text)}", {places[0]}; not "{_shorten(rest)}".{doubts}'
        )
    if verdict == "spliced":
        said = [f'"{_shorten(passage.text)}" {place}' for passage, place in zip(passages, places, strict=True)]
        return f"Put together from {len(passages)} places: {'; '.join(said)}.{doubts}"
    return f"{_write_wording(verdict, passages[0], edits)} {places[0]}.{doubts}"


def _write_wording(verdict: Verdict, passage: Passage, edits: Sequence[Edit]) -> str:
    if verdict == "verbatim":
        return f"Word for word, but for a sign: {_write_edits(edits)};" if edits else "Word for word"
    if verdict == "reworded":
        return f'Other words: the nearest place in the record has "{_shorten(passage.text)}";'
    if verdict == "altered":
        return f"Altered: {_write_edits([edit for edit in edits if not edit.marked])};"
    if verdict == "marked":
        return f"Marked changes only: {_write_edits([edit for edit in edits if edit.marked])};"
    return f"The same words in another spelling: {_write_edits(edits)};"


def _write_edits(edits: Sequence[Edit]) -> str:
    said = [_write_edit(edit) for edit in edits]
    more = len(said) - _SHOWN
    return ", ".join(said[:_SHOWN]) + (f" and {_count(more, 'more change')}" if more > 0 else "")


def _write_edit(edit: Edit) -> str:
    return _write_change(edit) + (" (a negation)" if edit.kind == "negation" else "")


def _write_change(edit: Edit) -> str:
    if not edit.source:
        return f'the quotation adds "{edit.quoted}"'
    if not edit.quoted:
        return f'the quotation leaves out "{_shorten(edit.source)}"'
    return f'the record has "{_shorten(edit.source)}" where the quotation has "{_shorten(edit.quoted)}"'


def _write_place(passage: Passage) -> str:
    by = passage.speaker or "a speaker whom the record does not name"
    return f'{by}, {write_date(passage.date)}, in "{passage.title}"'


def _write_doubts(case: Case, flags: Sequence[Flag]) -> str:
    """What of the claim the record cannot confirm, where no flag says so."""
    codes = {flag.code for flag in flags}
    by, cited = case.quotation.by, case.quotation.on
    doubts = []
    if by and not case.speakers and "misattributed" not in codes:
        doubts.append(f" The record knows nobody by the name {by}.")
    met = cited is None or any(passage.date.may_meet(cited) for passage in case.passages)
    if cited is not None and not met and codes.isdisjoint({"misdated", "other-occasion"}):
        doubts.append(f" Cited {write_date(cited)}; {_write_lack(case, cited)}.")
    return "".join(doubts)


def _write_lack(case: Case, cited: Dating) -> str:
    if find_heads_of(case, cited):
        return "what the record holds of the cited date lacks these words"
    return "the record holds nothing of the cited date" + (f" by {case.quotation.by}" if case.speakers else "")


def _write_searched(searched: Searched) -> str:
    words = [
        f"{_count(searched.documents, 'document')} with {_count(searched.words, 'word')}",
        f"by {_count(searched.speakers, 'speaker')}",
    ]
    if searched.earliest and searched.latest:
        first, last = searched.earliest.year, searched.latest.year
        words.append(f"of {first}" + (f" to {last}" if last != first else ""))
    if searched.lossy:
        words.append(f"({searched.lossy:,} of them known to lack words)")
    words.append("was searched" if searched.documents == 1 else "were searched")
    return " ".join(words) + (f"; {searched.unreadable:,} more could not be read" if searched.unreadable else "")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _write_ambiguous(passages: Sequence[Passage]) -> str:
    if not passages:
        return "Too short or too common to be placed: no passage can be told from the others."
    first = passages[0]
    nearest = f'by {first.speaker or "an unnamed speaker"}, {write_date(first.date)}, in "{first.title}"'
    places = f"in {len(passages)} places or more, the nearest {nearest}" if len(passages) > 1 else nearest
    return f"Too short or too common to say which passage is meant: the record has such words {places}."


def _shorten(text: str, most: int = 160) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} …"
