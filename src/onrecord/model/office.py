"""What is known of an office before any of its pages is read."""

import msgspec

from onrecord.model.dating import Calendar
from onrecord.model.document import Completeness, Form
from onrecord.model.person import Person


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of an office file (`docs/offices.md`); every field has a neutral default.

    `speaker` is whose words its bare transcripts are. `header` is a regular expression with the named groups `year`,
    `date`, `title`, `speaker` (each optional) for a line that stands before the text. `form` is the form of files that
    show none. `site_names` are lines of page furniture. `day_first` is how it writes 8/12/2023; `None` where that is
    not known.
    """

    publisher: str = ""
    language: str = "en"
    calendars: tuple[Calendar, ...] = ("gregorian",)
    day_first: bool | None = None
    header: str = ""
    form: Form | None = None
    completeness: Completeness = "unknown"
    speaker: Person | None = None
    people: tuple[Person, ...] = ()
    site_names: tuple[str, ...] = ()


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a CSV manifest: what somebody says of one file. An empty field says nothing.

    `date` is when its words were said, `published` when the page went out.
    """

    path: str
    url: str = ""
    title: str = ""
    date: str = ""
    speaker: str = ""
    published: str = ""
