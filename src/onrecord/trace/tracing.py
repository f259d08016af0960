"""From a quotation to its trace."""

from collections.abc import Callable, Sequence

import numpy as np

from onrecord.model import Edit, Passage, Quotation, Trace, Verdict
from onrecord.trace.case import Case
from onrecord.trace.claim import Claim
from onrecord.trace.comparison import find_edits
from onrecord.trace.copies import are_copies
from onrecord.trace.fitted import read_fitted
from onrecord.trace.flags import find_flags
from onrecord.trace.found import Found, find_quoted
from onrecord.trace.index import Index
from onrecord.trace.library import Library
from onrecord.trace.lists import read_lists
from onrecord.trace.pairing import Comparison
from onrecord.trace.passages import get_head, make_passage
from onrecord.trace.quoted import Quoted, read_quoted
from onrecord.trace.sentence import write_verdict
from onrecord.trace.typography import count_typography
from onrecord.trace.wording import judge_wording
from onrecord.trace.words import encode_word, find_words


def trace_quotation(
    quotation: Quotation, index: Index, library: Library, *, exclude: frozenset[int] = frozenset()
) -> Trace:
    """Where the words of a quotation stand in the record, and what was done to them.

    `exclude` are numbers of documents that may not answer: a document is never a passage for its own quotations.
    """
    quoted = read_quoted(quotation)
    speakers = library.find_speakers(quotation.by) if quotation.by else frozenset()
    claim = Claim(by=quotation.by, speakers=speakers, on=quotation.on, exclude=exclude)
    found = find_quoted(quoted, index, library, claim) if len(quoted.words) else Found()
    if not found.is_accepted or found.is_ambiguous:
        return _make_unplaced(quotation, quoted, found, index, library)
    edits = _find_edits(quoted, found, index)
    spliced = len(found.parts) > 1 or found.is_partial
    verdict = judge_wording(edits, spliced=spliced, reworded=_is_reworded(quoted, found, edits))
    passages = _make_passages(quoted, found, index, library)
    case = Case(
        quotation=quotation,
        passages=passages,
        edits=edits,
        speakers=speakers,
        index=index,
        text=found.sources[0].text,
    )
    flags = find_flags(case)
    searched = library.get_searched()
    return Trace(
        quotation=quotation,
        verdict=verdict,
        sentence=write_verdict(verdict, case, flags, searched),
        searched=searched,
        passages=passages,
        edits=edits,
        flags=flags,
        typography=count_typography(quoted, found.parts, found.sources),
    )


def _make_unplaced(quotation: Quotation, quoted: Quoted, found: Found, index: Index, library: Library) -> Trace:
    """The trace of words that were not found, or not told apart: then its passages are those that may be meant."""
    verdict: Verdict = "ambiguous" if found.is_ambiguous else "absent"
    passages: tuple[Passage, ...] = ()
    if verdict == "ambiguous":
        passages = _make_passages(quoted, found, index, library)
    searched = library.get_searched()
    case = Case(quotation=quotation, passages=passages, index=index)
    sentence = write_verdict(verdict, case, (), searched)
    return Trace(quotation=quotation, verdict=verdict, sentence=sentence, searched=searched, passages=passages)


def _find_edits(quoted: Quoted, found: Found, index: Index) -> tuple[Edit, ...]:
    is_known = _know_words(index)
    edits: list[Edit] = []
    for number, (part, source) in enumerate(zip(found.parts, found.sources, strict=True)):
        pairs = tuple([(word, place - source.first) for word, place in part.pairs])
        low, high = (0, len(quoted.words)) if found.is_partial else (part.low, part.high)
        comparison = Comparison(quoted=quoted, source=source, low=low, high=high, pairs=pairs, passage=number)
        edits += find_edits(comparison, is_known)
    return tuple(edits)


def _know_words(index: Index) -> Callable[[str], bool]:
    return lambda form: bool(index.count_words(np.array([encode_word(form)], dtype=np.uint32))[0])


def _make_passages(quoted: Quoted, found: Found, index: Index, library: Library) -> tuple[Passage, ...]:
    passages = [
        make_passage(part, source, quoted, get_head(part, index))
        for part, source in zip(found.parts, found.sources, strict=True)
    ]
    for other in found.others:
        head = get_head(other, index)
        same = are_copies(index, (found.parts[0], get_head(found.parts[0], index)), (other, head))
        source = read_fitted(other, quoted.words.forms, index, library)
        passages.append(make_passage(other, source, quoted, head, copy_of=0 if same else -1))
    return tuple(passages)


def _is_reworded(quoted: Quoted, found: Found, edits: Sequence[Edit]) -> bool:
    """Whether too few words agree to speak of changes; spellings, inflections and small words do not count against."""
    agreeing = sum(len(part.pairs) for part in found.parts)
    agreeing += sum(len(find_words(edit.quoted)) for edit in edits if edit.kind in _ALIKE and not edit.marked)
    least = read_lists("thresholds")["reworded" if found.is_tied else "wording"]["least_share"]
    return agreeing < float(least) * len(quoted.words)


# Kinds of edits that leave the word the same word, or change none that tells anything.
_ALIKE = frozenset({"variant", "spelling", "inflection", "function-word"})
