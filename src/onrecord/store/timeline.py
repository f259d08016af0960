"""The documents of the record in the order of their dates."""

import datetime as dt
import sqlite3
from collections.abc import Iterator

import msgspec

from onrecord.model import Dating, Document, Moment

_DATED = (
    "SELECT v.body FROM documents d JOIN versions v ON v.number = d.current "
    "WHERE v.number IN (SELECT number FROM standing)"
)


def find_moments(db: sqlite3.Connection) -> Iterator[Moment]:
    """A moment for each current document whose date is known at least on one side, by its first likely day."""
    found = [_to_moment(msgspec.json.decode(body, type=Document)) for (body,) in db.execute(_DATED)]
    yield from sorted((moment for moment in found if _get_start(moment.date)), key=_get_order)


def _to_moment(doc: Document) -> Moment:
    event = doc.event
    return Moment(
        document=doc.id,
        form=doc.form,
        title=doc.title,
        date=doc.date if _get_start(doc.date) else doc.published,
        speaker=doc.speaker,
        place=event.place if event else "",
        participants=tuple(each.name for each in event.participants) if event else (),
    )


def _get_start(dating: Dating) -> dt.date | None:
    likely = dating.likely
    return (likely and (likely.earliest or likely.latest)) or dating.earliest or dating.latest


def _get_order(moment: Moment) -> tuple[dt.date, dt.date, str]:
    likely = moment.date.likely
    end = (likely and likely.latest) or moment.date.latest or dt.date.max
    return _get_start(moment.date) or dt.date.max, end, moment.document
