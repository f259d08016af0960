"""Where the record contradicts whom or when a quotation claims; never without evidence."""

from collections.abc import Iterator

from onrecord.model import Dating, Flag
from onrecord.trace.case import Case
from onrecord.trace.claim import PRIMARY
from onrecord.trace.dates import write_date


def find_misattributed(case: Case) -> Iterator[Flag]:
    """`misattributed`: every passage has a known speaker, and none is the claimed one."""
    known = [passage for passage in case.passages if passage.speaker]
    if not case.quotation.by or len(known) < len(case.passages):
        return
    if any(passage.speaker in case.speakers for passage in known):
        return
    names = " and ".join(dict.fromkeys(passage.speaker for passage in known))
    where = f'the record has these words by {names}, in "{known[0].title}", {write_date(known[0].date)}'
    unknown = "" if case.speakers else f"; it knows nobody by the name {case.quotation.by}"
    yield Flag(code="misattributed", evidence=f"Claimed for {case.quotation.by}, but {where}{unknown}.")


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
