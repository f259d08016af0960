"""The record at a glance."""

from onrecord.model import Scope, Year
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.plots import plot_years

LATEST = 8
PEOPLE = 12


def show_home(call: Call, reader: Reader) -> Answer:
    """`/`: counts, documents by year and form, people, what was added last, findings."""
    status = call.shelf.remember(reader, "status", reader.get_status)
    years = call.shelf.remember(reader, "years", reader.count_years)
    context = {
        "status": status,
        "plot": plot_years("Documents by year and form", "documents", get_forms(years)),
        "years": years,
        "forms": tuple(status.forms),
        "undated": call.shelf.remember(reader, "undated", reader.count_undated),
        "people": call.shelf.remember(reader, "speakers", reader.find_speakers)[:PEOPLE],
        "latest": reader.find_latest_cards(LATEST),
        "lag": reader.count_unindexed(),
    }
    # Where the record stands on the server's disk is nobody's business.
    shown = {name: getattr(status, name) for name in status.__struct_fields__ if name != "path"}
    data = {"status": shown, "years": years, "latest": context["latest"]}
    return Answer(data=data, template="home.html", context=context)


def get_forms(years: tuple[Year, ...]) -> dict[int, dict[str, float]]:
    """Documents of each year by their form, as a plot wants them."""
    return {year.year: {form: float(count) for form, count in year.forms.items()} for year in years}


def show_help(_call: Call, reader: Reader) -> Answer:
    """`/help`: how to search, which keys there are, what the verdicts mean."""
    data = {"documents": reader.count_cards(Scope())}
    return Answer(data=data, template="help.html", context=data)
