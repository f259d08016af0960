"""The fields of a document that a ruling may set, and a new version may state otherwise."""

from typing import get_args

import msgspec

from onrecord.date import parse_date
from onrecord.errors import BadRuling
from onrecord.model import Clue, Dating, Document, Form, RulingField

FIELDS: tuple[RulingField, ...] = get_args(RulingField)


def get_value(doc: Document, field: RulingField) -> str:
    """The field as words; a date in the Extended Date/Time Format, empty where nothing is known."""
    return doc.date.edtf if field == "date" else str(getattr(doc, field))


def check_value(field: RulingField, value: str) -> str:
    """The value as a ruling keeps it; raises BadRuling, BadDate."""
    if not value.strip():
        raise BadRuling(reason=f"the {field} is empty")
    if field == "form" and value not in get_args(Form):
        raise BadRuling(reason=f"{value!r} is no form; the forms are {', '.join(get_args(Form))}")
    return parse_date(value).edtf if field == "date" else " ".join(value.split())


def set_value(doc: Document, field: RulingField, value: str) -> Document:
    """The document with the field as it was ruled; a date keeps the clues that were read behind the ruling's."""
    if field != "date":
        return msgspec.structs.replace(doc, **{field: value})
    ruled = parse_date(value)
    clue = Clue(rule="ruling", text=value, earliest=ruled.earliest, latest=ruled.latest)
    clues = (clue, *(each for each in doc.date.clues if each.rule != "ruling"))
    return msgspec.structs.replace(doc, date=Dating.between(ruled.earliest, ruled.latest, clues))
