"""What a quotation leaves out, under its marks or by its end."""

import functools
import re
from collections.abc import Iterator, Sequence

from onrecord.model import Flag
from onrecord.trace.case import Case
from onrecord.trace.kinds import count_negations, is_number
from onrecord.trace.lists import get_words
from onrecord.trace.words import find_words

# A day of a month stands so near its month: "the 11th of September".
_NEAR_MONTH = 2
_PAUSE = r"[,;:\u2013\u2014-]*"


def find_omission(case: Case) -> Iterator[Flag]:
    """`omission-turns-meaning`: a negation, a number or a condition was left out or replaced, or a negation put in."""
    for edit in case.edits:
        if not edit.marked:
            continue
        ours, theirs = find_words(edit.quoted).forms, find_words(edit.source).forms
        denies = count_negations(ours) != count_negations(theirs)
        lost = [form for form in _drop_dates(theirs) if form not in ours and _turns(form, denies=denies)]
        gained = [form for form in ours if denies and form not in theirs and count_negations([form])]
        if lost:
            yield _make_flag(f'Left out: "{edit.source}"', lost)
        elif gained:
            yield _make_flag(f'Put in: "{edit.quoted}"', gained)


def _make_flag(change: str, turning: list[str]) -> Flag:
    words = ", ".join(f'"{form}"' for form in dict.fromkeys(turning))
    return Flag(code="omission-turns-meaning", evidence=f"{change}, which holds {words}.")


def _drop_dates(forms: Sequence[str]) -> list[str]:
    """The words without the days of months: "September the 11th" tells when, not how many."""
    months = get_words("month")
    return [
        form
        for at, form in enumerate(forms)
        if not is_number(form) or months.isdisjoint(forms[max(0, at - _NEAR_MONTH) : at + _NEAR_MONTH + 1])
    ]


def _turns(form: str, *, denies: bool) -> bool:
    if count_negations([form]):
        return denies
    return form in get_words("condition") or (is_number(form) and form not in {"one", "first"})


def find_stop(case: Case) -> Iterator[Flag]:
    """`stops-short`: the source goes on with a condition or a turn."""
    match = _compile_turn().match(case.passages[0].suffix)
    if match:
        yield Flag(code="stops-short", evidence=f'The source goes on: "{match.group(1).strip()}".')


@functools.cache
def _compile_turn() -> re.Pattern[str]:
    turns = "|".join(re.escape(turn) for turn in sorted(get_words("turn"), key=len, reverse=True))
    return re.compile(rf"{_PAUSE}\s*((?:{turns})\b[^.!?]*)", re.IGNORECASE)
