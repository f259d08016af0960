"""What a quotation leaves out, under its marks or by its end."""

import functools
import re
from collections.abc import Iterator

from onrecord.model import Flag
from onrecord.trace.case import Case
from onrecord.trace.kinds import is_number
from onrecord.trace.lists import get_words
from onrecord.trace.words import find_words

_PAUSE = r"[,;:\u2013\u2014-]*"


def find_omission(case: Case) -> Iterator[Flag]:
    """`omission-turns-meaning`: a negation, a number or a condition was left out or replaced under a mark."""
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


def find_stop(case: Case) -> Iterator[Flag]:
    """`stops-short`: the source goes on with a condition or a turn."""
    match = _compile_turn().match(case.passages[0].suffix)
    if match:
        yield Flag(code="stops-short", evidence=f'The source goes on: "{match.group(1).strip()}".')


@functools.cache
def _compile_turn() -> re.Pattern[str]:
    turns = "|".join(re.escape(turn) for turn in sorted(get_words("turn"), key=len, reverse=True))
    return re.compile(rf"{_PAUSE}\s*((?:{turns})\b[^.!?]*)", re.IGNORECASE)
