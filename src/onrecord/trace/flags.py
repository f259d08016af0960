"""What a reader should know beside the wording, each with its evidence."""

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Flag, Passage
from onrecord.trace.case import Case
from onrecord.trace.claim import PRIMARY
from onrecord.trace.contradictions import find_misattributed, find_misdated
from onrecord.trace.dates import write_date
from onrecord.trace.omissions import find_omission, find_stop
from onrecord.trace.words import find_words

# As many words before a quotation as mostly name whom it is of.
_CUE_WORDS = 8
# A place where a lossy source joins oddly: a doubled space, a space before a stop, a sentence without a capital.
_ODD = re.compile(r"[^\S\n]{2,}|\s[,.;:!?]|[.!?]\s+[a-z]")
_NEAR = 20


def find_flags(case: Case) -> tuple[Flag, ...]:
    """Every flag that the passages support."""
    if not case.passages:
        return ()
    return tuple(
        flag
        for rule in (
            find_misattributed,
            find_misdated,
            _find_other_voice,
            _find_reported,
            find_omission,
            find_stop,
            _find_copies,
            _find_earlier,
            _find_gap,
        )
        for flag in rule(case)
    )


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
    first = case.passages[0]
    spoken = [passage for passage in case.passages if passage.form in PRIMARY]
    if any(passage.quotation_span != first.quotation_span or _forms(passage) == _forms(first) for passage in spoken):
        return
    evidence = f'Found only in the {first.form} "{first.title}"; the record holds no transcript of these words.'
    yield Flag(code="reported-only", evidence=evidence)


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
    same = [passage for passage in case.passages[1:] if _forms(passage) == _forms(first)]
    others = [passage for passage in same if passage.copy_of < 0 and passage.quotation_span == first.quotation_span]
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
