"""Findings: clues that cannot all hold, and facts that cannot be read."""

import datetime as dt
import re
from collections.abc import Iterator

from onrecord.date.intervals import Interval
from onrecord.date.mentions import Mention
from onrecord.date.patterns import Distance, Fixed, Weekday
from onrecord.model import Clue, Dating, Document, Fact, Finding, Span, Where

_FACT_RULE = re.compile(r"(header|heading|manifest|page)-(year|date|day|published)\Z")
_DAYS_AFTER = re.compile(
    r"\b(?:(?:a\s+few|some|several|two|three|four|five|six|[2-9])\s+(?:days|weeks|months)\s+(?:after|before)\s+)(?P<what>[^.;()\[\]]{1,60}?)\s*[(\[]\Z"
)
_REACH = 120


def report_conflicts(doc: Document, dating: Dating) -> Iterator[Finding]:
    """A finding for the first pair of clues that cannot both hold."""
    for conflict in dating.conflicts[:1]:
        earlier, later = sorted((dating.clues[conflict.first], dating.clues[conflict.second]), key=_get_start)
        message = f"{_name(earlier)} and {_name(later)} cannot both hold; {_describe_outcome(dating, earlier, later)}"
        where = Where(document=doc.id, span=later.span or earlier.span)
        yield Finding(code=_get_code(earlier, later), level="problem", message=message, where=where)


def _describe_outcome(dating: Dating, earlier: Clue, later: Clue) -> str:
    if _is_fact(earlier) and _is_fact(later):
        return "the date is left open between them"
    best, other = dating.alternatives[0], dating.alternatives[1] if len(dating.alternatives) > 1 else None
    second = f", the other {Dating.between(other.days.earliest, other.days.latest).edtf}" if other else ""
    return f"the likelier set leaves {Dating.between(best.days.earliest, best.days.latest).edtf}{second}"


def _get_start(clue: Clue) -> dt.date:
    return clue.earliest or dt.date.min


def _is_fact(clue: Clue) -> bool:
    return bool(_FACT_RULE.match(clue.rule))


def _get_code(earlier: Clue, later: Clue) -> str:
    if not (_is_fact(earlier) and _is_fact(later)):
        return "date-words-conflict"
    ends = earlier.latest or dt.date.max, later.earliest or dt.date.min
    return "date-day-conflict" if ends[0].year == ends[1].year else "date-year-conflict"


def _name(clue: Clue) -> str:
    found = _FACT_RULE.match(clue.rule)
    place = f" at {clue.span.start}-{clue.span.end}" if clue.span else ""
    if found is not None:
        return f"the {found[2]} of the {found[1]} ({clue.text!r}{place})"
    return f"the words {' '.join(clue.text.split())!r}{place}"


def report_unread(doc: Document, fact: Fact) -> Finding:
    """A finding for a fact that is no date."""
    message = f"the {fact.name} of the {fact.origin} ({fact.text!r}) cannot be read as a date; it dates nothing"
    return Finding(code="date-unread", level="problem", message=message, where=Where(document=doc.id, span=fact.span))


def report_order(doc: Document, clue: Clue) -> Iterator[Finding]:
    """A finding for a stated date that can be read day first or month first."""
    if len(clue.readings) > 1:
        readings = " or ".join(Dating.between(each.earliest, each.latest).edtf for each in clue.readings)
        message = (
            f"{clue.text!r} can be read day first or month first: {readings}; `day_first` in an office file settles it"
        )
        where = Where(document=doc.id, span=clue.span)
        yield Finding(code="date-order-unknown", level="note", message=message, where=where)


def find_mention_conflicts(doc: Document, mentions: tuple[Mention, ...]) -> Iterator[Finding]:
    """A finding for each mention that contradicts itself, and for a day that two events claim."""
    for mention in mentions:
        if mention.is_doubtful:
            yield _report_doubtful(doc, mention)
        elif mention.days and len(mention.days) > 1 and mention.phrases[0].rule == "numeric-date":
            yield _report_readings(doc, mention)
    yield from _find_offset_conflicts(doc, mentions)


def _report_doubtful(doc: Document, mention: Mention) -> Finding:
    first, last = mention.phrases[0], mention.phrases[-1]
    code = _get_mention_code(mention)
    readings = _write_readings(mention.days)
    if first is last:
        message = f"{_quote(doc, first.span)} has a month and a year of different calendars; it can mean {readings}"
    else:
        message = f"{_quote(doc, first.span)} and {_quote(doc, last.span)} cannot both hold; they can mean {readings}"
    return Finding(code=code, level="problem", message=message, where=Where(document=doc.id, span=mention.span))


def _get_mention_code(mention: Mention) -> str:
    has_weekday = any(isinstance(phrase.pattern, (Weekday, Distance)) for phrase in mention.phrases)
    return "date-weekday-conflict" if has_weekday else "date-calendar-conflict"


def _report_readings(doc: Document, mention: Mention) -> Finding:
    message = (
        f"{_quote(doc, mention.span)} can be read day first or month first: {_write_readings(mention.days)}; "
        "`day_first` in an office file settles it"
    )
    where = Where(document=doc.id, span=mention.span)
    return Finding(code="date-order-unknown", level="note", message=message, where=where)


def _write_readings(days: tuple[Interval, ...]) -> str:
    return " or ".join(Dating.between(*day).edtf for day in days) or "no day at all"


def _quote(doc: Document, span: Span) -> str:
    return f"{' '.join(span.slice(doc.text).split())!r} at {span.start}-{span.end}"


def _find_offset_conflicts(doc: Document, mentions: tuple[Mention, ...]) -> Iterator[Finding]:
    """A few days after his martyrdom (18 October), where 18 October is the day of the martyrdom as well."""
    fixed = [mention for mention in mentions if mention.days and isinstance(mention.phrases[0].pattern, Fixed)]
    for mention in fixed:
        start = mention.span.start
        if not _DAYS_AFTER.search(doc.text, max(0, start - _REACH), start):
            continue
        for other in fixed:
            if other.span.end < start and other.days == mention.days:
                message = (
                    f"{_quote(doc, other.span)} and {_quote(doc, mention.span)} give one day to two events, "
                    "of which one came some days after the other"
                )
                where = Where(document=doc.id, span=mention.span)
                yield Finding(code="date-offset-conflict", level="problem", message=message, where=where)
                break
