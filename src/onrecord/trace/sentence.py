"""The verdict in one sentence."""

from collections.abc import Sequence

from onrecord.model import Edit, Passage, Quotation, Searched, Verdict
from onrecord.trace.dates import write_date

_SHOWN = 3


def write_verdict(
    quotation: Quotation, verdict: Verdict, passages: Sequence[Passage], edits: Sequence[Edit], searched: Searched
) -> str:
    """What was found, what was changed, by whom it was said, when and where."""
    if verdict == "absent":
        return f"Not in the record: {_write_searched(searched)}."
    if verdict == "ambiguous":
        return _write_ambiguous(passages)
    places = [_write_place(passage, quotation) for passage in passages]
    if verdict == "spliced":
        said = [f'"{_shorten(passage.text)}" {place}' for passage, place in zip(passages, places, strict=True)]
        return f"Put together from {len(passages)} places: {'; '.join(said)}."
    said_so = {
        "reworded": f'Other words: the nearest place in the record has "{_shorten(passages[0].text)}"',
        "altered": f"Altered: {_write_edits([edit for edit in edits if not edit.marked])};",
        "marked": f"Marked changes only: {_write_edits([edit for edit in edits if edit.marked])};",
        "same-words": f"The same words in another spelling: {_write_edits(edits)};",
        "verbatim": "Word for word",
    }
    return f"{said_so[verdict]} {places[0]}."


def _write_edits(edits: Sequence[Edit]) -> str:
    said = [_write_edit(edit) for edit in edits if edit.kind != "punctuation" or edit.marked]
    more = len(said) - _SHOWN
    return ", ".join(said[:_SHOWN]) + (f" and {more} more changes" if more > 0 else "")


def _write_edit(edit: Edit) -> str:
    if not edit.source:
        return f'the quotation adds "{edit.quoted}"'
    if not edit.quoted:
        return f'the quotation leaves out "{_shorten(edit.source)}"'
    return f'the record has "{_shorten(edit.source)}" where the quotation has "{_shorten(edit.quoted)}"'


def _write_place(passage: Passage, quotation: Quotation) -> str:
    by = passage.speaker or "a speaker whom the record does not name"
    place = f'{by}, {write_date(passage.date)}, in "{passage.title}"'
    if quotation.on is not None and not passage.date.may_meet(quotation.on):
        place += f" (cited {write_date(quotation.on)})"
    return place


def _write_searched(searched: Searched) -> str:
    words = [f"{searched.documents:,} documents with {searched.words:,} words by {searched.speakers:,} speakers"]
    if searched.earliest and searched.latest:
        words.append(f"of {searched.earliest.year} to {searched.latest.year}")
    if searched.lossy:
        words.append(f"({searched.lossy:,} of them known to lack words)")
    if searched.unreadable:
        words.append(f"and {searched.unreadable:,} more could not be read")
    return " ".join(words) + " were searched"


def _write_ambiguous(passages: Sequence[Passage]) -> str:
    if not passages:
        return "Too short or too common to be placed: no passage can be told from the others."
    first = passages[0]
    places = f"{len(passages)} places or more" if len(passages) > 1 else "a place"
    return (
        f"Too short or too common to say which passage is meant: the record has such words in {places}, "
        f'the nearest by {first.speaker or "an unnamed speaker"}, {write_date(first.date)}, in "{first.title}".'
    )


def _shorten(text: str, most: int = 160) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} …"
