"""Atom feeds of a search and of a person."""

import datetime as dt
from collections.abc import Iterable

from onrecord.export.atom import MEDIA_TYPE, write_feed
from onrecord.model import Card, Scope
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.links import get_person_link, get_scope_fields, make_link
from onrecord.web.pages.people import get_person
from onrecord.web.pages.search import find_search

ENTRIES = 30


def feed_search(call: Call, reader: Reader) -> Answer:
    """`/feeds/search.atom?q=`: the documents that answer a search, the one added last first."""
    search = find_search(call, reader)
    cards = (reader.find_card(number) for number in sorted(search.numbers, reverse=True)[:ENTRIES])
    link = make_link("/feeds/search.atom", q=search.text, **get_scope_fields(search.scope))
    page = make_link("/search", q=search.text, **get_scope_fields(search.scope))
    return _write(call, reader, cards, (f"Search: {search.query.words}", link, page))


def feed_person(call: Call, reader: Reader) -> Answer:
    """`/feeds/people/<name>.atom`: the documents of a person."""
    person = get_person(reader, call.parts["name"])
    page = get_person_link(person.name)
    cards = reader.find_cards(Scope(speaker=person.name), order="newest", limit=ENTRIES)
    return _write(call, reader, cards, (person.name, f"/feeds{page}.atom", page))


def _write(call: Call, reader: Reader, cards: Iterable[Card], about: tuple[str, str, str]) -> Answer:
    entries = [(card, _get_moment(reader, card)) for card in cards]
    title, link, page = about
    body = write_feed(entries, title=title, link=call.root + link, page=call.root + page, root=call.root)
    return Answer(body=body, media_type=f"{MEDIA_TYPE}; charset=utf-8")


def _get_moment(reader: Reader, card: Card) -> dt.datetime:
    return next(version.added for version in reader.find_versions(card.document) if version.id == card.version)
