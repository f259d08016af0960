"""Where the record contradicts whom or when a quotation claims; never without evidence."""

from collections.abc import Iterator, Sequence

from onrecord.model import Dating, Flag, Passage
from onrecord.trace.case import Case
from onrecord.trace.claim import PRIMARY
from onrecord.trace.dates import write_date
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
    """`other-occasion` and `misdated`: only where the record covers the speaker and the cited date."""
    cited = case.quotation.on
    speaker = case.passages[0].speaker
    if cited is None or not speaker:
        return
    own = [passage for passage in case.passages if passage.speaker == speaker]
    if any(passage.date.may_meet(cited) for passage in own):
        return
    documents = case.index.heads_by_speaker.get(speaker, ())
    found = f'found {write_date(own[0].date)}, in "{own[0].title}"'
    sure = [head for head in documents if head.form in PRIMARY and _is_day(head.date, cited)]
    if sure:
        lacking = f'"{sure[0].title}" {write_date(cited)}'
        yield Flag(
            code="other-occasion", evidence=f"The record holds {lacking}, and these words are not in it; {found}."
        )
    if any(head.date.may_meet(cited) and head.date.earliest for head in documents):
        evidence = f"Cited {write_date(cited)}, but {found}; the record covers {speaker} at the cited date."
        yield Flag(code="misdated", evidence=evidence)


def _is_day(dating: Dating, cited: Dating) -> bool:
    return dating.precision == "day" and cited.precision == "day" and dating.earliest == cited.earliest
