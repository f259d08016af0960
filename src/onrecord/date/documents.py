"""The dates of the documents of one page: when their words were said, when it went out, and what they cite."""

import msgspec

from onrecord.date.cited import find_cited
from onrecord.date.conflicts import find_mention_conflicts, report_conflicts, report_order, report_unread
from onrecord.date.evidence import Evidence, build_bound
from onrecord.date.facts import read_fact, read_url
from onrecord.date.habits import Habits
from onrecord.date.lead import Lead, find_lead, read_lead
from onrecord.date.letters import write_plainly
from onrecord.date.mentions import Mention, find_mentions
from onrecord.date.neighbours import Item, place_items
from onrecord.date.notes import date_note, find_fixed_days
from onrecord.date.numerics import find_habit
from onrecord.date.publication import bound_by_event, tie_to_page
from onrecord.date.settling import settle
from onrecord.date.speech import find_spoken
from onrecord.model import Dating, Days, Document, Finding, Office

_NARRATED = frozenset({"report", "listing", "message", "article"})
_SPOKEN = frozenset({"transcript", "message", "subtitles"})


class _Case(msgspec.Struct, frozen=True, kw_only=True):
    """A document with all that speaks for its dates."""

    doc: Document
    mentions: tuple[Mention, ...]
    said: tuple[Evidence, ...]
    published: tuple[Evidence, ...]
    lead: Lead
    findings: tuple[Finding, ...]


def date_documents(documents: tuple[Document, ...], office: Office) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """The documents of one page with their dates, and what is wrong with those.

    Facts, the lead of a report, the words of a speech and the notes of its editor all count; `docs/date.md` lists the
    rules. Items of a listing help to date each other.
    """
    cases = tuple(_open_case(doc, office) for doc in documents)
    beside = _find_neighbours(cases) if len(cases) > 1 else tuple(() for _ in cases)
    done = [_close_case(case, extra) for case, extra in zip(cases, beside, strict=True)]
    return tuple(doc for doc, _ in done), tuple(finding for _, findings in done for finding in findings)


def date_document(doc: Document, office: Office) -> tuple[Document, tuple[Finding, ...]]:
    """A document that stands alone on its page, with its dates."""
    (dated,), findings = date_documents((doc,), office)
    return dated, findings


def _open_case(doc: Document, office: Office) -> _Case:
    habits = Habits(day_first=office.day_first, calendars=office.calendars)
    mentions = find_mentions(doc.text, written=None, habits=habits)
    noted = msgspec.structs.replace(doc, notes=tuple(date_note(note, doc.text, mentions) for note in doc.notes))
    said, published, findings = _read_facts(noted, _settle_order(doc, habits))
    lead = read_lead(noted, mentions) if doc.form in _NARRATED else Lead()
    spoken = find_spoken(noted, mentions) if doc.form in _SPOKEN else _find_quoted(noted, mentions)
    return _Case(
        doc=noted,
        mentions=mentions,
        said=(*said, *lead.event, *spoken),
        published=(*published, *lead.published),
        lead=lead,
        findings=findings,
    )


def _settle_order(doc: Document, habits: Habits) -> Habits:
    """The habits, with the day or the month first as the document's own unambiguous dates have it."""
    if habits.day_first is not None:
        return habits
    stated = (fact.text for fact in doc.facts if fact.name in {"date", "published"})
    return msgspec.structs.replace(habits, day_first=find_habit(write_plainly("\n".join((doc.text, *stated)))))


def _read_facts(
    doc: Document, habits: Habits
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...], tuple[Finding, ...]]:
    said: list[Evidence] = []
    published: list[Evidence] = []
    findings: list[Finding] = []
    for fact in doc.facts:
        if fact.name == "url":
            published += read_url(fact)
        if fact.name not in {"year", "date", "published"} or not fact.text.strip():
            continue
        found = read_fact(fact, habits)
        if found is None:
            findings.append(report_unread(doc, fact))
        else:
            (published if fact.name == "published" else said).append(found)
            findings += report_order(doc, found.clue)
    return tuple(said), tuple(published), tuple(findings)


def _find_quoted(doc: Document, mentions: tuple[Mention, ...]) -> tuple[Evidence, ...]:
    """An essay is no older than the youngest words that it quotes with their date."""
    dated = [mark.span for mark in doc.marks if mark.kind == "date"] if doc.form == "essay" else []
    days = [(day[0], mark) for mark in dated for day in find_fixed_days(mentions, mark)]
    if not days:
        return ()
    day, span = max(days, key=lambda each: each[0])
    return (Evidence(clue=build_bound("quoted-date", span.slice(doc.text), Days(earliest=day), span=span)),)


def _find_neighbours(cases: tuple[_Case, ...]) -> tuple[tuple[Evidence, ...], ...]:
    if any(case.doc.form != "listing" for case in cases):
        return tuple(() for _ in cases)
    return place_items(
        tuple(
            Item(
                title=case.doc.title,
                evidence=_find_page_evidence(case),
                named=tuple(day[0] for day in find_fixed_days(case.mentions, find_lead(case.doc))),
            )
            for case in cases
        )
    )


def _find_page_evidence(case: _Case) -> tuple[Evidence, ...]:
    """The evidence for the day on which the page went out: that of the event, where the page says "today"."""
    if case.lead.tie is not None or all(each.clue.is_soft for each in case.said):
        return (*case.published, *case.said)
    return (*case.published, *bound_by_event(settle(case.said)))


def _close_case(case: _Case, beside: tuple[Evidence, ...]) -> tuple[Document, tuple[Finding, ...]]:
    own = settle((*case.published, *beside)) if case.published else Dating()
    with_page = (*case.lead.published, *beside) if case.lead.tie is not None else ()
    said = settle((*case.said, *tie_to_page(case.lead, case.said, own), *with_page))
    published = _settle_published(case, beside, said)
    cited = find_cited(case.doc, case.mentions, said)
    doc = msgspec.structs.replace(case.doc, date=said, published=published, cited=cited)
    conflicts = (*report_conflicts(doc, said), *report_conflicts(doc, published))
    return doc, (*case.findings, *conflicts, *find_mention_conflicts(doc, case.mentions))


def _settle_published(case: _Case, beside: tuple[Evidence, ...], said: Dating) -> Dating:
    if not case.published and not beside:
        return Dating()
    own = _find_page_evidence(case) if beside else (*case.published, *bound_by_event(said))
    return settle((*own, *beside))
