"""Reports: a narrator tells who met or spoke with whom, and what was said there."""

import functools
import re

from onrecord.model import Event
from onrecord.read.dateshapes import is_date
from onrecord.read.layout import Layout, Sheet, Stated
from onrecord.read.meetings import Meeting, find_meeting
from onrecord.read.phrases import any_of, get_phrases
from onrecord.read.tags import find_tags
from onrecord.read.titles import Titled, read_title

_ENDS = (".", "!", "?", "\u201d", '"', ")", "\u2026", ":")


def read_report(sheet: Sheet) -> Layout | None:
    """The layout of a titled page whose first sentence tells of a meeting or a call, or `None`.

    The title names the meeting too, or the sentence frames what was said: "In a meeting with …, … said".
    """
    titled = read_title(sheet.paragraphs)
    lead = _find_lead(titled)
    if not titled.title or lead is None:
        return None
    meeting = find_meeting(titled.paragraphs[lead].text)
    if meeting is None or not (meeting.frames or _title_names_meeting().search(titled.title)):
        return None
    return _lay_out(titled, lead, meeting)


def _find_lead(titled: Titled) -> int | None:
    """The first full paragraph; a line that is a date may stand above it."""
    for index, paragraph in enumerate(titled.paragraphs):
        if paragraph.kind == "paragraph" and not is_date(paragraph.text):
            return index if paragraph.text.endswith(_ENDS) else None
    return None


def _lay_out(titled: Titled, lead: int, meeting: Meeting) -> Layout:
    parts = tuple(Stated(name, "page", lead, span) for name, span in meeting.parts)
    places = [stated.span.slice(titled.paragraphs[lead].text) for stated in parts if stated.name == "place"]
    return Layout(
        form="report",
        paragraphs=titled.paragraphs,
        title=titled.title,
        kicker=titled.kicker,
        event=Event(name=titled.title, place="".join(places[:1]), participants=meeting.participants),
        event_paragraph=lead,
        tags=find_tags(titled.paragraphs),
        statements=(*titled.statements, *parts),
    )


@functools.cache
def _title_names_meeting() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(get_phrases().meeting.titles)}\b", re.IGNORECASE)
