"""What a reader should know beside the wording, each with its evidence."""

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.model import Dating, Edit, Flag, Passage, Quotation
from onrecord.trace.claim import PRIMARY
from onrecord.trace.dates import write_date
from onrecord.trace.index import Index
from onrecord.trace.kinds import is_number
from onrecord.trace.lists import get_words
from onrecord.trace.words import find_words

# As many words before a quotation as mostly name whom it is of.
_CUE_WORDS = 8
# A place where a lossy source joins oddly: a doubled space, a space before a stop, a sentence without a capital.
_ODD = re.compile(r"[^\S\n]{2,}|\s[,.;:!?]|[.!?]\s+[a-z]")
_NEAR = 20
_PAUSE = r"[,;:\u2013\u2014-]*"


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A quotation with what was found.

    `speakers` are those whom its claim may mean, perhaps nobody; `text` is that of the first passage's document.
    """

    quotation: Quotation
    passages: tuple[Passage, ...]
    index: Index
    edits: tuple[Edit, ...] = ()
    speakers: frozenset[str] = frozenset()
    text: str = ""


def find_flags(case: Case) -> tuple[Flag, ...]:
    """Every flag that the passages support."""
    if not case.passages:
        return ()
    return tuple(
        flag
        for rule in (
            _find_misattributed,
            _find_dates,
            _find_other_voice,
            _find_reported,
            _find_omission,
            _find_stop,
            _find_copies,
            _find_earlier,
            _find_gap,
        )
        for flag in rule(case)
    )


def _find_misattributed(case: Case) -> Iterator[Flag]:
    known = [passage for passage in case.passages if passage.speaker]
    if not case.quotation.by or len(known) < len(case.passages):
        return
    if any(passage.speaker in case.speakers for passage in known):
        return
    names = " and ".join(dict.fromkeys(passage.speaker for passage in known))
    where = f'the record has these words by {names}, in "{known[0].title}", {write_date(known[0].date)}'
    unknown = "" if case.speakers else f"; it knows nobody by the name {case.quotation.by}"
    yield Flag(code="misattributed", evidence=f"Claimed for {case.quotation.by}, but {where}{unknown}.")


def _find_dates(case: Case) -> Iterator[Flag]:
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


def _find_other_voice(case: Case) -> Iterator[Flag]:
    """Whether the passage stands inside quotation marks of its own document."""
    passage = case.passages[0]
    start = max(case.text.rfind("\n\n", 0, passage.span.start), 0)
    before, after = case.text[start : passage.span.start], case.text[passage.span.end :].split("\n\n", maxsplit=1)[0]
    opened = before.rfind("\u201c")
    if opened <= before.rfind("\u201d") and before.count('"') % 2:
        opened = before.rfind('"')
    elif opened <= before.rfind("\u201d"):
        return
    if passage.form in PRIMARY and any(sign in after for sign in '"\u201d'):
        cue = " ".join(before[:opened].split()[-_CUE_WORDS:])
        yield Flag(code="other-voice", evidence=f"There {passage.speaker or 'the speaker'} is quoting: {cue} \u2026")


def _find_reported(case: Case) -> Iterator[Flag]:
    if any(passage.form in PRIMARY for passage in case.passages):
        return
    form, title = case.passages[0].form, case.passages[0].title
    evidence = f'Found only in the {form} "{title}"; the record holds no transcript of these words.'
    yield Flag(code="reported-only", evidence=evidence)


def _find_omission(case: Case) -> Iterator[Flag]:
    for edit in case.edits:
        if not edit.marked or not edit.source:
            continue
        kept = set(find_words(edit.quoted).forms)
        turning = [form for form in find_words(edit.source).forms if form not in kept and _turns(form)]
        if turning:
            words = ", ".join(f'"{form}"' for form in dict.fromkeys(turning))
            yield Flag(code="omission-turns-meaning", evidence=f'Left out: "{edit.source}", which holds {words}.')


def _turns(form: str) -> bool:
    if form in get_words("negation") or form.endswith("n't") or form in get_words("condition"):
        return True
    return is_number(form) and form not in {"one", "first"}


def _find_stop(case: Case) -> Iterator[Flag]:
    match = _compile_turn().match(case.passages[0].suffix)
    if match:
        yield Flag(code="stops-short", evidence=f'The source goes on: "{match.group(1).strip()}".')


@functools.cache
def _compile_turn() -> re.Pattern[str]:
    turns = "|".join(re.escape(turn) for turn in sorted(get_words("turn"), key=len, reverse=True))
    return re.compile(rf"{_PAUSE}\s*((?:{turns})\b[^.!?]*)", re.IGNORECASE)


def _find_copies(case: Case) -> Iterator[Flag]:
    copies = [passage for passage in case.passages[1:] if passage.copy_of >= 0]
    differing = [passage for passage in copies if _forms(passage) != _forms(case.passages[0])]
    if differing:
        evidence = (
            f"Differs from {len(differing)} of {len(copies) + 1} copies: "
            f'"{differing[0].title}" has "{differing[0].text}".'
        )
        yield Flag(code="copies-differ", evidence=evidence)


def _forms(passage: Passage) -> tuple[str, ...]:
    return find_words(passage.text).forms


def _find_earlier(case: Case) -> Iterator[Flag]:
    first = case.passages[0]
    start = first.quotation_span
    others = [passage for passage in case.passages[1:] if passage.copy_of < 0 and passage.quotation_span == start]
    earlier = _sort_by_date(others)
    if earlier and first.date.earliest and earlier[0].date.latest and earlier[0].date.latest < first.date.earliest:
        use = earlier[0]
        by = f" by {use.speaker}" if use.speaker else ""
        yield Flag(code="earlier-use", evidence=f'Said before{by} {write_date(use.date)}, in "{use.title}".')


def _sort_by_date(passages: Sequence[Passage]) -> list[Passage]:
    return sorted(passages, key=lambda passage: passage.date.earliest.isoformat() if passage.date.earliest else "9999")


def _find_gap(case: Case) -> Iterator[Flag]:
    for edit in case.edits:
        passage = case.passages[edit.passage]
        if passage.completeness != "lossy" or edit.marked:
            continue
        start, end = edit.source_span.start - passage.span.start, edit.source_span.end - passage.span.start
        around = passage.text[max(0, start - _NEAR) : end + _NEAR]
        if _ODD.search(around):
            evidence = f'The source is known to lack words, and joins oddly at the change: "{around.strip()}".'
            yield Flag(code="near-gap", evidence=evidence)
            return
