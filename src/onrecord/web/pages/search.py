"""Searching, and the steps from one place to the next."""

from collections.abc import Mapping

import msgspec

from onrecord.errors import BadDate, BadParameter, BadQuery, UnknownId
from onrecord.model import Card, Facets, Hit, Scope, Year
from onrecord.reader import Order, Query, Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.links import get_scope_fields, make_link
from onrecord.web.plots import plot_years
from onrecord.web.scopes import read_scope

PAGE = 10
CARDS = 50
FAR = 1_000_000
ORDERS = ("best", "oldest", "newest")
# Places per this many words: a long speech has about as many.
RATE = 10_000


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """A search that was understood, with the rows of the documents that answer it in their order."""

    text: str
    query: Query
    scope: Scope
    order: str
    numbers: tuple[int, ...]


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of an answer a page shows."""

    order: str = "best"
    page: int = 1
    total: int = 0
    size: int = PAGE


def show_search(call: Call, reader: Reader) -> Answer:
    """`/search`: documents with the words in context, facets; without words the catalogue."""
    try:
        scope = read_scope(call)
        order = call.get_choice("order", ORDERS) or "best"
        page = call.get_count("page", least=1, most=FAR, default=1)
        if not call.get("q"):
            return _show_catalogue(reader, scope, order, page)
        return _show_hits(reader, find_search(call, reader), page)
    except (BadQuery, BadParameter, BadDate) as error:
        context = _get_context(call.get("q"), Scope(), Shown())
        data = {"type": f"about:blank#{type(error).__name__}", "status": 400, "detail": str(error)}
        return Answer(data=data, template="search.html", context={**context, "error": str(error)}, status=400)


def find_search(call: Call, reader: Reader) -> Search:
    """The search that an address means; raises BadQuery, BadParameter, BadDate."""
    text, scope = call.get("q"), read_scope(call)
    order = call.get_choice("order", ORDERS) or "best"
    query = reader.parse_query(text)
    wanted: Order | None = {"oldest": "oldest", "newest": "newest"}.get(order)  # type: ignore[assignment]
    numbers = call.shelf.remember(
        reader, ("numbers", query.match, scope, order), lambda: reader.find_numbers(query, scope, order=wanted)
    )
    return Search(text=text, query=query, scope=scope, order=order, numbers=numbers)


def count_places(call: Call, reader: Reader, search: Search) -> Mapping[int, int]:
    """How many places of each document answer the search."""
    key = ("places", search.query.match, search.scope)
    return call.shelf.remember(reader, key, lambda: reader.count_places(search.query, search.numbers))


def show_years(call: Call, reader: Reader) -> Answer:
    """`/search/years`: how often the words stand in each year, for so many words of that year."""
    search = find_search(call, reader)
    places = count_places(call, reader, search)
    years = reader.count_years(search.scope, places)
    rates = {year.year: {"": get_rate(year)} for year in years}
    context = {
        "search": search,
        "years": tuple((year, get_rate(year)) for year in years),
        "rate": RATE,
        "total": sum(places.values()),
        "undated": reader.count_undated(search.scope),
        "plot": plot_years(f"{search.query.words} per {RATE:,} words", f"per {RATE:,} words", rates),
        "back": make_link("/search", q=search.text, order=search.order, **get_scope_fields(search.scope)),
    }
    data = {"query": search.query.words, "places": context["total"], "years": years}
    template = "_years.html" if call.get("part") else "years.html"
    return Answer(data=data, template=template, context=context)


def get_rate(year: Year) -> float:
    """Places for every ten thousand words of a year."""
    return RATE * year.places / year.words if year.words else 0.0


def show_step(call: Call, reader: Reader) -> Answer:
    """`/search/step`: the document that holds place `n` of a search; raises UnknownId."""
    search = find_search(call, reader)
    places = count_places(call, reader, search)
    wanted = call.get_count("n", least=1, most=FAR, default=1)
    left = wanted
    for number in search.numbers:
        if left <= places.get(number, 0):
            document = reader.find_card(number).document
            fields = get_scope_fields(search.scope)
            target = make_link(f"/documents/{document}", q=search.text, order=search.order, n=wanted, **fields)
            return Answer(data={"document": document, "place": left}, redirect=f"{target}#hit")
        left -= places.get(number, 0)
    missing = f"place {wanted} of {sum(places.values())}"
    raise UnknownId(missing)


def _show_hits(reader: Reader, search: Search, page: int) -> Answer:
    shown = search.numbers[(page - 1) * PAGE : page * PAGE]
    hits = reader.find_hits(search.query, shown)
    facets = reader.count_facets(search.numbers)
    context = {
        **_get_context(search.text, search.scope, Shown(order=search.order, page=page, total=len(search.numbers))),
        "words": search.query.words,
        "hits": hits,
        "facets": facets,
        "links": tuple(_get_links(search, hit) for hit in hits),
    }
    data = {"query": search.query.words, "documents": len(search.numbers), "hits": hits, "facets": facets}
    return Answer(data=data, template="search.html", context=context)


def _get_links(search: Search, hit: Hit) -> tuple[str, ...]:
    fields = get_scope_fields(search.scope)
    link = make_link(f"/documents/{hit.card.document}", q=search.text, order=search.order, **fields)
    return tuple(f"{link}&hit={place}#hit" for place in range(1, len(hit.passages) + 1))


def _show_catalogue(reader: Reader, scope: Scope, order: str, page: int) -> Answer:
    wanted: Order = "newest" if order == "newest" else "oldest"
    total = reader.count_cards(scope)
    shown = Shown(order=order, page=page, total=total, size=CARDS)
    cards: tuple[Card, ...] = reader.find_cards(scope, order=wanted, offset=(page - 1) * CARDS, limit=CARDS)
    context = {**_get_context("", scope, shown), "cards": cards}
    return Answer(data={"documents": total, "cards": cards}, template="search.html", context=context)


def _get_context(text: str, scope: Scope, shown: Shown) -> dict[str, object]:
    fields = get_scope_fields(scope)
    return {
        "q": text,
        "scope": scope,
        "fields": fields,
        "order": shown.order,
        "page": shown.page,
        "pages": -(-shown.total // shown.size),
        "first": (shown.page - 1) * shown.size + 1,
        "total": shown.total,
        "error": "",
        "words": "",
        "hits": (),
        "cards": (),
        "links": (),
        "facets": Facets(),
    }
