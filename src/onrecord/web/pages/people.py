"""Those whose words the record holds."""

from onrecord.errors import UnknownId
from onrecord.model import Person, Scope
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.pages import timeline
from onrecord.web.pages.home import get_forms
from onrecord.web.plots import plot_years
from onrecord.web.verdicts import TONES

# As many as whole pages of the timeline, on which the rest stands.
DOCUMENTS = 2 * timeline.PAGE
QUOTATIONS = 50


def show_people(call: Call, reader: Reader) -> Answer:
    """`/people`: every speaker, with documents, words and years; then those who are only named."""
    speakers = call.shelf.remember(reader, "speakers", reader.find_speakers)
    speaking = {speaker.name for speaker in speakers}
    others = tuple(person for person in reader.find_people() if person.name not in speaking)
    data = {"speakers": speakers, "others": others}
    return Answer(data=data, template="people.html", context=data)


def get_person(reader: Reader, given: str) -> Person:
    """The person of an address, `_` standing for a space; raises UnknownId."""
    for person in reader.find_people():
        if given in {person.name, person.name.replace(" ", "_")}:
            return person
    raise UnknownId(given)


def show_person(call: Call, reader: Reader) -> Answer:
    """`/people/<name>`: names, documents by year, quotations that lead to them, quotations in their documents."""
    person = get_person(reader, call.parts["name"])
    scope = Scope(speaker=person.name)
    years = reader.count_years(scope)
    context = {
        "person": person,
        "scope": scope,
        "years": years,
        "undated": reader.count_undated(scope),
        "total": reader.count_cards(scope),
        "cards": reader.find_cards(scope, order="oldest", limit=DOCUMENTS),
        "next_page": DOCUMENTS // timeline.PAGE + 1,
        "plot": plot_years(f"Documents of {person.name} by year", "documents", get_forms(years)),
        "quoted": _pair(reader.find_traces_to(person.name, limit=QUOTATIONS), reader),
        "quoting": _pair(reader.find_traces_by(person.name, limit=QUOTATIONS), reader),
    }
    data = {"person": person, "years": years, "documents": context["cards"], "total": context["total"]}
    return Answer(data=data, template="person.html", context=context)


def _pair(traces: tuple, reader: Reader) -> tuple[tuple[object, ...], ...]:  # type: ignore[type-arg]
    return tuple((trace, TONES[trace.verdict], reader.get_document(trace.quotation.version)) for trace in traces)
