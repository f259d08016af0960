"""Dates: what a text, a heading or a person states, as intervals with their evidence."""

from onrecord.date.documents import date_document, date_documents
from onrecord.date.habits import Habits
from onrecord.date.mentions import Mention, find_mentions
from onrecord.date.phrases import find_dates
from onrecord.date.siblings import narrow_by_siblings
from onrecord.date.stated import parse_date

__all__ = [
    "Habits",
    "Mention",
    "date_document",
    "date_documents",
    "find_dates",
    "find_mentions",
    "narrow_by_siblings",
    "parse_date",
]
