"""The date of a document, from what its source states of it."""

import datetime as dt

from onrecord.date.phrases import FIRST_PHRASE_YEAR, find_dates
from onrecord.date.stated import parse_date
from onrecord.errors import BadDate
from onrecord.model import Clue, Dating, Document, Fact, Finding, Office, Where


def date_document(doc: Document, office: Office) -> tuple[Dating, tuple[Finding, ...]]:
    """When the document's words were said, as far as its facts tell, and what is wrong with them.

    Facts that can all hold narrow the interval together. Where two cannot, the interval spans them all and a finding
    `date-year-conflict` or `date-day-conflict` names the two that lie farthest apart. A fact that cannot be read is a
    finding `date-unread` and narrows nothing.
    """
    clues: list[Clue] = []
    findings: list[Finding] = []
    for fact in doc.facts:
        if fact.name not in {"year", "date"} or not fact.text.strip():
            continue
        clue = _read_fact(fact, office)
        if clue is None:
            findings.append(_report_unread(doc, fact))
        else:
            clues.append(clue)
    dating, conflict = _settle(doc, tuple(clues))
    return dating, (*findings, *conflict)


def _read_fact(fact: Fact, office: Office) -> Clue | None:
    try:
        dating = parse_date(fact.text, day_first=office.day_first)
    except BadDate:
        inside = find_dates(fact.text, day_first=office.day_first)
        if len(inside) != 1:
            return None
        dating = Dating.between(inside[0].earliest, inside[0].latest)
    # The year 1391 of an office that also counts solar or lunar years is one of those, and they are not read yet.
    if office.calendars != ("gregorian",) and dating.latest is not None and dating.latest.year < FIRST_PHRASE_YEAR:
        return None
    return Clue(
        rule=f"{fact.origin}-{fact.name}",
        text=fact.text,
        span=fact.span,
        earliest=dating.earliest,
        latest=dating.latest,
    )


def _settle(doc: Document, clues: tuple[Clue, ...]) -> tuple[Dating, tuple[Finding, ...]]:
    """The intersection of the clues; where it is empty, the interval that spans them, with the conflict."""
    if not clues:
        return Dating(), ()
    last_start = max(clues, key=_get_start)
    first_end = min(clues, key=_get_end)
    if _get_start(last_start) <= _get_end(first_end):
        return Dating.between(last_start.earliest, first_end.latest, clues), ()
    spanning = Dating.between(min(clues, key=_get_start).earliest, max(clues, key=_get_end).latest, clues)
    return spanning, (_report_conflict(doc, first_end, last_start),)


def _get_start(clue: Clue) -> dt.date:
    return clue.earliest or dt.date.min


def _get_end(clue: Clue) -> dt.date:
    return clue.latest or dt.date.max


def _report_conflict(doc: Document, earlier: Clue, later: Clue) -> Finding:
    code = "date-day-conflict" if _get_end(earlier).year == _get_start(later).year else "date-year-conflict"
    message = f"{_name(earlier)} and {_name(later)} cannot both hold; the date is left open between them"
    where = Where(document=doc.id, span=later.span or earlier.span)
    return Finding(code=code, level="problem", message=message, where=where)


def _name(clue: Clue) -> str:
    origin, _, name = clue.rule.partition("-")
    return f"the {name} of the {origin} ({clue.text!r})"


def _report_unread(doc: Document, fact: Fact) -> Finding:
    message = f"the {fact.name} of the {fact.origin} ({fact.text!r}) cannot be read as a date; it dates nothing"
    return Finding(code="date-unread", level="problem", message=message, where=Where(document=doc.id, span=fact.span))
