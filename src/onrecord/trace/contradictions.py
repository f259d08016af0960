"""Where the record contradicts whom or when a quotation claims; never without evidence."""

from collections.abc import Iterator, Sequence

from onrecord.model import Dating, Flag, Passage
from onrecord.trace.case import Case
from onrecord.trace.claim import PRIMARY
from onrecord.trace.dates import write_date
from onrecord.trace.heads import Head
from onrecord.trace.lists import read_lists
from onrecord.trace.rarity import weigh_words
from onrecord.trace.words import find_words, to_codes

# So many speakers are named, the others counted.
_NAMED = 3


def find_misattributed(case: Case) -> Iterator[Flag]:
    """`misattributed`: passages have known speakers, and none is the claimed one.

    A name that the record does not know accuses nobody of a short or common line.
    """
    known = [passage for passage in case.passages if passage.speaker]
    by = case.quotation.by
    if not by or not known or any(passage.speaker in case.speakers for passage in known):
        return
    if not case.speakers and not _is_distinctive(case):
        return
    unknown = "" if case.speakers else f"; it knows nobody by the name {by}"
    evidence = f"Claimed for {by}, but the record has these words {_write_speakers(known)}{unknown}."
    yield Flag(code="misattributed", evidence=evidence)


def _write_speakers(passages: Sequence[Passage]) -> str:
    """Each speaker with the first document of theirs."""
    firsts = {passage.speaker: passage for passage in reversed(passages)}
    speakers = list(dict.fromkeys(passage.speaker for passage in passages))
    named = [f'by {name}, in "{firsts[name].title}", {write_date(firsts[name].date)}' for name in speakers[:_NAMED]]
    more = len(speakers) - len(named)
    if more:
        named.append(f"by {more} more {'speaker' if more == 1 else 'speakers'}")
    return " and ".join(named)


def _is_distinctive(case: Case) -> bool:
    """Whether the words are as many and as rare as tell one passage from another."""
    wording = read_lists("thresholds")["wording"]
    forms = find_words(case.quotation.text).forms
    bits = float(weigh_words(to_codes(forms), case.index).sum())
    return len(forms) >= int(wording["sure_words"]) and bits >= float(wording["least_bits"])


def find_misdated(case: Case) -> Iterator[Flag]:
    """`other-occasion` and `misdated`: only where the record covers the speaker and the cited date.

    The speaker is the claimed one where the record knows the name, else that of the first passage.
    """
    cited = case.quotation.on
    named = [passage for passage in case.passages if passage.speaker]
    if cited is None or not named:
        return
    speakers = case.speakers or frozenset({named[0].speaker})
    own = [passage for passage in named if passage.speaker in speakers] or named
    if any(passage.date.may_meet(cited) for passage in own):
        return
    documents = [head for head in find_heads_of(case, cited) if head.speaker in speakers]
    by = "" if own[0].speaker in speakers else f" by {own[0].speaker}"
    found = f'found {write_date(own[0].date)}{by}, in "{own[0].title}"'
    sure = [head for head in documents if head.form in PRIMARY and _is_day(head.date, cited)]
    if sure:
        lacking = f'"{sure[0].title}" {write_date(cited)}'
        yield Flag(
            code="other-occasion", evidence=f"The record holds {lacking}, and these words are not in it; {found}."
        )
    if documents:
        covers = f"the record covers {documents[0].speaker} at the cited date"
        yield Flag(code="misdated", evidence=f"Cited {write_date(cited)}, but {found}; {covers}.")


def find_heads_of(case: Case, cited: Dating) -> list[Head]:
    """The documents that may be of the cited date: by the claimed speaker where the record knows the name."""
    groups = case.index.heads_by_speaker
    heads = [head for name in sorted(case.speakers) for head in groups.get(name, ())] or case.index.heads
    return [head for head in heads if head.date.earliest and head.date.may_meet(cited)]


def _is_day(dating: Dating, cited: Dating) -> bool:
    return dating.precision == "day" and cited.precision == "day" and dating.earliest == cited.earliest
