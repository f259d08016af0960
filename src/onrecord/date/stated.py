"""A date that a person types, or that a header, a heading or a manifest states."""

import re

from onrecord.date.edtf import Ends, find_hijri_years, parse_edtf
from onrecord.date.phrases import find_dates
from onrecord.errors import BadDate
from onrecord.model import Clue, Dating, Days

_AROUND = " \t\r\n\xa0[]().,;"
_WEEKDAY = re.compile(r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?\s*", re.IGNORECASE)
_LEADING = re.compile(r"(?:on|in|the|of|year|circa|c\.)\s+", re.IGNORECASE)
_LOWER = {"of", "to", "and", "s", "st", "nd", "rd", "th"}
# A month that is none: in running text 2005-13 is some years, but typed alone it is a slip.
_NO_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")
_WORD = re.compile(r"[A-Za-z]+")


def parse_date(text: str, *, day_first: bool = True) -> Dating:
    """The dating that `text` as a whole states: `2005-08-24`, `2005-08`, `2005`, `2004/2006`, `Aug 24, 2005`.

    A weekday before it is passed over. Raises `BadDate` where the text is anything else than one date.
    """
    stated = text.strip(_AROUND)
    ends = parse_edtf(stated)
    if ends is None:
        ends = _parse_phrase(stated, day_first=day_first)
    if ends is None:
        raise BadDate(text)
    earliest, latest = ends
    clue = Clue(rule="stated", text=text, earliest=earliest, latest=latest, readings=_find_readings(stated))
    return Dating.between(earliest, latest, (clue,))


def _find_readings(stated: str) -> tuple[Days, ...]:
    """The years that a Hijri year can be, where it can be two."""
    bare = _strip_leading(stated)
    years = find_hijri_years(int(bare)) if _YEAR.fullmatch(bare) else ()
    return tuple(Days(earliest=start, latest=end) for start, end in years) if len(years) > 1 else ()


def _strip_leading(stated: str) -> str:
    while found := _LEADING.match(stated):
        stated = stated[found.end() :]
    return stated


def _parse_phrase(stated: str, *, day_first: bool) -> Ends | None:
    weekday = _WEEKDAY.match(stated)
    bare = stated[weekday.end() :] if weekday else stated
    if _NO_MONTH.fullmatch(bare):
        return None
    bare = _strip_leading(bare)
    if _YEAR.fullmatch(bare) and find_hijri_years(int(bare)):
        return parse_edtf(bare)
    # The words of a typed date are months, whatever their case; in running text "may" is none.
    phrase = _WORD.sub(lambda word: word[0] if word[0] in _LOWER else word[0].capitalize(), bare)
    clues = find_dates(phrase, day_first=day_first)
    if len(clues) != 1 or clues[0].text != phrase:
        return None
    return clues[0].earliest, clues[0].latest
