"""The lead of a report, a message or a listing item: when what it tells of took place."""

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from onrecord.date.durations import find_durations, find_event
from onrecord.date.evidence import Evidence, build_days, build_evidence
from onrecord.date.mentions import Mention
from onrecord.date.occasions import find_occasions
from onrecord.date.patterns import Distance, Phrase, Yearly
from onrecord.model import Document, Span

_LONGEST = 900
_EVENT_ON = re.compile(
    r"\b(?:meeting|ceremony|session|speech|statement|talks?|visit|gathering|address|message|conversation|call|interview|congress"
    r"|conference|summit|held|delivered|issued|met|made|given|took\s+place|received|spoke|visited|attended)\b"
    r"[^.;:\u201c\"]{0,60}?\b(?:on|dated)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_COINCIDING = re.compile(r"\bcoincid(?:ing|e[sd])\s+with\s+(?:the\s+)?\Z", re.IGNORECASE)
# "… were published this morning": the day on which it went out, not that of the event.
_PUBLISHED = re.compile(r"\b(?:published|released|broadcast|aired|posted|printed)\s*,?\s*\Z", re.IGNORECASE)
# "… recalled the speech he delivered on": another event than the one that the lead reports.
_NOUN = r"(?:meeting|ceremony|session|speech|statement|visit|gathering|address|message|interview|conference|summit)s?\b"
_RECALLED = re.compile(
    r"\b(?:(?:(?:recall|remember|mention|commemorat|quot|cit|evok)(?:s|es|ed|ing)|remind(?:s|ed|ing)\s+\w+\s+of"
    r"|(?:refer(?:s|red|ring)?|point(?:s|ed|ing)?|allud(?:es|ed|ing))\s+to|anniversary\s+of)"
    rf"\s+(?:the|his|her|their|an?)\s+(?:(?!(?:in|at|during|of|from|to|on)\b)[\w'\u2019-]+\s+){{0,3}}{_NOUN}"
    rf"|(?:said|stated|added|noted|stressed|told)\b[^.;!?]{{0,60}}?\bthat\s+(?:(?:in|at|during)\s+)?the\s+{_NOUN})"
    r"[^.;!?]{0,120}\Z",
    re.IGNORECASE,
)
_REACH = 110
_RECALLED_REACH = 240


class Lead(msgspec.Struct, frozen=True, kw_only=True):
    """What a lead tells: evidence for the event, evidence for the publication, and how far the two lie apart.

    `tie` is the distance in days from the page to the event (`this morning` 0, `yesterday` -1), `None` where nothing
    says it.
    """

    event: tuple[Evidence, ...] = ()
    published: tuple[Evidence, ...] = ()
    tie: tuple[int, int] | None = None


def find_lead(doc: Document) -> Span:
    """The paragraphs below the title, as far as a lead goes."""
    paragraphs = [block.span for block in doc.blocks if block.kind == "paragraph"]
    if not paragraphs:
        return Span(start=0, end=min(len(doc.text), _LONGEST))
    return Span(start=paragraphs[0].start, end=min(paragraphs[0].end, paragraphs[0].start + _LONGEST))


def read_lead(doc: Document, mentions: tuple[Mention, ...]) -> Lead:
    """The evidence in the lead of a document."""
    span = find_lead(doc)
    inside = tuple(mention for mention in mentions if span.holds(mention.span))
    stated = tuple(fact.span for fact in doc.facts if fact.name == "date" and fact.span)
    event = tuple(_find_event(doc.text, inside, stated))
    published = tuple(_find_after_event(doc.text, inside))
    ties = tuple(_find_ties(doc.text, inside))
    durations = tuple(
        _soften(each)
        for each in find_durations(doc.text, is_told=True)
        if each.clue.span and span.holds(each.clue.span)
    )
    occasions = () if _is_dated(event) else tuple(find_occasions(doc.text, span, inside))
    tie = ties[0] if ties else (0, 0) if published else None
    return Lead(event=(*event, *occasions, *durations), published=published, tie=tie)


def _is_dated(event: tuple[Evidence, ...]) -> bool:
    """Whether the days of the event are told; an occasion that is named besides adds nothing but doubt."""
    return any(each.clue.earliest for each in event) or any(
        isinstance(phrase.pattern, Yearly) for each in event for phrase in each.phrases
    )


def _find_event(text: str, mentions: tuple[Mention, ...], stated: tuple[Span, ...]) -> Iterator[Evidence]:
    for mention in mentions:
        if any(span.meets(mention.span) for span in stated):
            continue
        first = mention.phrases[0]
        rule = "occasion" if first.rule == "occasion" else "lead-day"
        if first.rule == "occasion":
            yield build_evidence(rule, mention, text, is_soft=True)
        elif _is_told(text, mention):
            found = build_evidence(rule, mention, text)
            if found.phrases or found.clue.earliest:
                yield found


def _is_told(text: str, mention: Mention) -> bool:
    """Whether the lead says that its event took place then."""
    if any(_counts_from_page(phrase) for phrase in mention.phrases):
        return not _PUBLISHED.search(text, max(0, mention.span.start - _REACH), mention.span.start)
    if mention.phrases[0].rule == "named-day" or mention.phrases[0].shift != (0, 0):
        return True
    before = max(0, mention.span.start - _REACH), mention.span.start
    if _RECALLED.search(text, max(0, mention.span.start - _RECALLED_REACH), mention.span.start):
        return False
    return bool(_EVENT_ON.search(text, *before) or _COINCIDING.search(text, *before))


def _counts_from_page(phrase: Phrase) -> bool:
    return isinstance(phrase.pattern, Distance) and phrase.pattern.weekday < 0


def _find_ties(text: str, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        for phrase in mention.phrases:
            if not isinstance(phrase.pattern, Distance) or phrase.pattern.weekday >= 0:
                continue
            published = _PUBLISHED.search(text, max(0, mention.span.start - _REACH), mention.span.start)
            if not published and not _is_of_event(text, mention):
                yield phrase.pattern.low, phrase.pattern.high


def _is_of_event(text: str, mention: Mention) -> bool:
    """Whether "yesterday" tells of a public event that the lead names, not of what the lead reports."""
    is_past = all(isinstance(each.pattern, Distance) and each.pattern.high < 0 for each in mention.phrases)
    return is_past and find_event(text[max(0, mention.span.start - 60) : mention.span.end + 60])[0] is not None


def _find_after_event(text: str, mentions: tuple[Mention, ...]) -> Iterator[Evidence]:
    """The terrorist incident yesterday in Shahcheragh: the page is a day younger than the event."""
    for mention in mentions:
        phrase = mention.phrases[0]
        if not isinstance(phrase.pattern, Distance) or phrase.pattern.weekday >= 0 or phrase.pattern.high >= 0:
            continue
        start, end = max(0, mention.span.start - 60), mention.span.end + 60
        # The event's words may stand on either side of "yesterday".
        window = text[start : mention.span.start] + " " + text[mention.span.end : end].lstrip()
        name, days = find_event(re.sub(r"\s+", " ", window))
        if name is not None and days:
            low, high = (dt.timedelta(days=-distance) for distance in (phrase.pattern.high, phrase.pattern.low))
            shifted = tuple((day + low, day + high) for day in days)
            yield build_days("known-event", text, mention.span, shifted)


def _soften(evidence: Evidence) -> Evidence:
    return msgspec.structs.replace(evidence, clue=msgspec.structs.replace(evidence.clue, is_soft=True), weight=0.6)
