"""Searching, dates and findings, for programs."""

from onrecord.model import Level
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.api import paging
from onrecord.web.call import Call
from onrecord.web.pages.search import count_places, find_search
from onrecord.web.scopes import read_scope


def get_hits(call: Call, reader: Reader) -> Answer:
    """Documents that answer a search, each with its first places."""
    search = find_search(call, reader)
    offset, limit = paging.read_page(call)
    hits = reader.find_hits(search.query, search.numbers[offset : offset + limit])
    page = paging.write_page(hits, len(search.numbers), offset, query=search.query.words)
    return Answer(data={**page, "facets": reader.count_facets(search.numbers)})


def get_years(call: Call, reader: Reader) -> Answer:
    """Documents and words of each year; with `q` also the places that answer it."""
    scope = read_scope(call)
    places = count_places(call, reader, find_search(call, reader)) if call.get("q") else {}
    return Answer(data={"years": reader.count_years(scope, places), "undated": reader.count_undated(scope)})


def get_findings(call: Call, reader: Reader) -> Answer:
    """What could not be read, dated or reconciled; `code` may be the start of one."""
    level: Level | None = call.get_choice("level", ("note", "problem")) or None  # type: ignore[assignment]
    found = reader.find_findings(code=call.get("code"), level=level)
    offset, limit = paging.read_page(call)
    return Answer(data=paging.write_page(found[offset : offset + limit], len(found), offset))


def get_status(call: Call, reader: Reader) -> Answer:
    """The record at a glance."""
    status = call.shelf.remember(reader, "status", reader.get_status)
    return Answer(data={name: getattr(status, name) for name in status.__struct_fields__ if name != "path"})
