"""People, for programs."""

from onrecord.model import Scope
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.api import paging
from onrecord.web.call import Call
from onrecord.web.pages.people import get_person


def get_people(call: Call, reader: Reader) -> Answer:
    """Everybody whose words documents are, with the number of documents and words."""
    offset, limit = paging.read_page(call)
    speakers = call.shelf.remember(reader, "speakers", reader.find_speakers)
    return Answer(data=paging.write_page(speakers[offset : offset + limit], len(speakers), offset))


def get_one(call: Call, reader: Reader) -> Answer:
    """One person: names, and what the record holds of each year."""
    person = get_person(reader, call.parts["name"])
    scope = Scope(speaker=person.name)
    return Answer(data={"person": person, "documents": reader.count_cards(scope), "years": reader.count_years(scope)})
