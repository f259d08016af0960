"""Whose words: quotations between marks with their claims, speakers, names."""

from onrecord.attribute.names import find_people
from onrecord.attribute.quotations import find_quotations
from onrecord.attribute.speakers import resolve_speaker
from onrecord.attribute.turns import resolve_turns
from onrecord.attribute.voices import find_repeated, find_voices

__all__ = ["find_people", "find_quotations", "find_repeated", "find_voices", "resolve_speaker", "resolve_turns"]
