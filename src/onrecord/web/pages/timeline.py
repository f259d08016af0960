"""Documents in the order of their dates."""

from onrecord.model import Card, Scope
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.links import get_scope_fields
from onrecord.web.pages.home import get_forms
from onrecord.web.plots import plot_years
from onrecord.web.scopes import read_scope

PAGE = 100
_FAR = 1_000_000


def show_timeline(call: Call, reader: Reader) -> Answer:
    """`/timeline`: year by year; what is known to a month or a range is shown as one, years without anything too."""
    scope = read_scope(call)
    page = call.get_count("page", least=1, most=_FAR, default=1)
    total = reader.count_cards(scope)
    cards = reader.find_cards(scope, order="oldest", offset=(page - 1) * PAGE, limit=PAGE)
    years = reader.count_years(scope)
    context = {
        "scope": scope,
        "fields": get_scope_fields(scope),
        "page": page,
        "pages": -(-total // PAGE),
        "total": total,
        "groups": group_years(cards),
        "years": years,
        "undated": reader.count_undated(scope),
        "plot": plot_years("Documents by year and form", "documents", get_forms(years)),
        "starts": _find_starts(reader, scope),
    }
    data = {"documents": total, "cards": cards, "years": years}
    return Answer(data=data, template="timeline.html", context=context)


def group_years(cards: tuple[Card, ...]) -> list[tuple[str, str, list[Card]]]:
    """The cards under their years: (heading, the years before it that have nothing, the cards)."""
    groups: list[tuple[str, str, list[Card]]] = []
    last = 0
    for card in cards:
        year = card.date.earliest.year if card.date.earliest else 0
        heading = str(year) if year else "Date unknown"
        if not groups or groups[-1][0] != heading:
            groups.append((heading, _name_gap(last, year), []))
        groups[-1][2].append(card)
        last = max(last, card.date.latest.year if card.date.latest else year)
    return groups


def _name_gap(last: int, year: int) -> str:
    if not last or not year or year <= last + 1:
        return ""
    return str(last + 1) if year == last + 2 else f"{last + 1}–{year - 1}"  # noqa: RUF001 - a range of years


def _find_starts(reader: Reader, scope: Scope) -> tuple[tuple[int, int], ...]:
    """The page on which each year begins."""
    starts, before = [], 0
    for year in reader.count_years(scope):
        starts.append((year.year, before // PAGE + 1))
        before += year.documents
    return tuple(starts)
