"""Named days and months that a lead speaks of, where it tells nothing better."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.date.evidence import Evidence, build_evidence
from onrecord.date.mentions import Mention
from onrecord.date.named import LOOSELY, find_bare
from onrecord.date.names import find_names
from onrecord.date.patterns import Phrase, Yearly
from onrecord.model import Calendar, Span

_MONTH_OF = re.compile(r"\bmonth\s+of\s+\Z", re.IGNORECASE)
_DAY_NAMED = re.compile(r",\s*(?:the\s+)?\Z")
_WEIGHT = 0.8


def find_occasions(text: str, span: Span, mentions: tuple[Mention, ...]) -> Iterator[Evidence]:
    """Soft evidence from every name of a day or a month in the title and the lead, which ends with `span`."""
    told = [mention.span for mention in mentions]
    # The title tells the occasion as often as the lead does.
    lead = text[: span.end]
    phrases = (*find_bare(lead), *_find_months(lead))
    for phrase in phrases:
        placed = phrase.span
        if not any(placed.meets(other) or _names(text, other, placed) for other in told):
            mention = Mention(phrases=(msgspec.structs.replace(phrase, span=placed),), days=())
            yield build_evidence("occasion", mention, text, is_soft=True, weight=_WEIGHT)


def _names(text: str, day: Span, name: Span) -> bool:
    """Whether the name is another word for a day that stands right before it."""
    return day.end <= name.start and bool(_DAY_NAMED.match(text[day.end : name.start]))


_CALENDARS: dict[str, Calendar] = {"islamic": "islamic", "solar-hijri": "solar-hijri"}


def _find_months(lead: str) -> Iterator[Phrase]:
    for name in find_names(lead):
        calendar = _CALENDARS.get(name.kind)
        if calendar is not None and _MONTH_OF.search(lead, 0, name.start):
            yield Phrase(
                rule="occasion",
                span=Span(start=name.start, end=name.end),
                pattern=Yearly(calendar=calendar, month=name.number, first=0, last=0),
                calendar=calendar,
                shift=LOOSELY,
            )
