"""Documents as an Atom feed (RFC 4287)."""

import datetime as dt
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from onrecord.model import Card

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def write_feed(entries: Sequence[tuple[Card, dt.datetime]], *, title: str, link: str, page: str, root: str) -> bytes:
    """A feed of documents with the moment at which each was added; `link` is its own address, `page` the reader's."""
    feed = ET.Element("feed", xmlns=_NAMESPACE)
    _put(feed, "id", link)
    _put(feed, "title", title)
    _put(feed, "updated", max((added for _, added in entries), default=_NEVER).isoformat())
    ET.SubElement(feed, "link", rel="self", type=MEDIA_TYPE, href=link)
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=page)
    for card, added in entries:
        _put_entry(feed, card, added, root)
    written = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}'.encode()


def _put_entry(feed: ET.Element, card: Card, added: dt.datetime, root: str) -> None:
    entry = ET.SubElement(feed, "entry")
    _put(entry, "id", f"{root}/documents/{card.version}")
    _put(entry, "title", card.title or card.document)
    _put(entry, "updated", added.isoformat())
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=f"{root}/documents/{card.document}")
    _put(ET.SubElement(entry, "author"), "name", card.speaker or "speaker unknown")
    _put(entry, "summary", f"{card.form}, {card.date.edtf or 'date unknown'}, {card.words:,} words")


def _put(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = "".join(char for char in text if char >= " ")
