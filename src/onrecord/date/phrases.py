"""Gregorian date phrases in running text.

Every date that fixes an interval holds a year in four digits. So the text is scanned for those, and only around each is
looked for the rest of the phrase; a text without years costs one pass of a small pattern.
"""

import re
from collections.abc import Iterator
from functools import cache

from onrecord.date.intervals import Interval, build_clue, build_day, build_days, build_month
from onrecord.date.months import build_month_pattern, load_months
from onrecord.date.years import read_years
from onrecord.model import Clue, Span

# Looking back last lets the scan leap from one 1 or 2 to the next.
_YEAR = re.compile(r"[12][0-9]{3}(?![0-9])(?<![0-9]{5})")
# Before 1583 there is no Gregorian calendar; a 13xx or 14xx year beside a month's name is a Solar or lunar one.
FIRST_PHRASE_YEAR = 1583
_YEARS = range(FIRST_PHRASE_YEAR, 2200)
# The longest thing that stands before a year: "21st to 22nd of September, of".
_REACH = 40

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b)?"
_TO = r"\s*(?:[-\u2013\u2014/]|to\b|and\b|&)\s*"
_ISO = re.compile(r"(?<![\w/.:-].{4})([-/.])([0-9]{1,2})\1([0-9]{1,2})(?![0-9])")


@cache
def _build_before() -> re.Pattern[str]:
    month = build_month_pattern()
    return re.compile(
        rf"""(?<![\w/])(?:
          (?P<day>{_DAY}){_ORDINAL}(?:{_TO}(?P<day_to>{_DAY}){_ORDINAL})?(?:\s+of)?[\s/.,-]{{0,3}}
            (?P<day_month>{month})\b\.?,?(?:\s+of)?[\s/,.-]{{0,3}}
        | (?P<month_first>{month})\b\.?\s*(?:the\s+)?(?P<month_day>{_DAY}){_ORDINAL}
            (?:{_TO}(?P<month_day_to>{_DAY}){_ORDINAL})?(?:\s*,\s*|\s+)(?:of\s+)?
        | (?P<month>{month})\b\.?,?[\s/-]*(?:of\s+)?
        | (?P<number>[0-9]{{1,2}})(?P<mark>[/.-])(?P<number_to>[0-9]{{1,2}})(?P=mark)
        )\Z""",
        re.VERBOSE,
    )


def find_dates(text: str, *, day_first: bool = True) -> tuple[Clue, ...]:
    """Every Gregorian date with its year, in order; none overlaps another.

    The rules are `date-phrase` (with a month's name), `numeric-date`, `year-range`, `decade` and `bare-year`. In a
    numeric date that can be read both ways, `day_first` decides. A day that no calendar has is no date. Dates without a
    year, in words, and in other calendars are not read.
    """
    return tuple(_scan(text, day_first=day_first))


def _scan(text: str, *, day_first: bool) -> Iterator[Clue]:
    floor = 0
    for found in _YEAR.finditer(text):
        if found.start() < floor:
            continue
        clue = _read_around(text, Span(start=found.start(), end=found.end()), floor, day_first=day_first)
        if clue is not None and clue.span is not None:
            floor = clue.span.end
            yield clue


def _read_around(text: str, digits: Span, floor: int, *, day_first: bool) -> Clue | None:
    year = int(digits.slice(text))
    if year in _YEARS:
        before = _build_before().search(text, max(floor, digits.start - _REACH), digits.start)
        if before is not None:
            rule, interval = _read_before(before, year, day_first=day_first)
            return build_clue(rule, text, Span(start=before.start(), end=digits.end), interval)
        after = _ISO.match(text, digits.end)
        if after is not None:
            interval = build_day(year, int(after[2]), int(after[3]))
            return build_clue("numeric-date", text, Span(start=digits.start, end=after.end()), interval)
    return read_years(text, digits)


def _read_before(before: re.Match[str], year: int, *, day_first: bool) -> tuple[str, Interval | None]:
    """The rule and the days of a phrase that ends with the year."""
    if before["number"] is not None:
        return "numeric-date", _read_numbers(year, int(before["number"]), int(before["number_to"]), day_first=day_first)
    month = load_months()[(before["day_month"] or before["month_first"] or before["month"]).lower()]
    first = before["day"] or before["month_day"]
    if first is None:
        return "date-phrase", build_month(year, month)
    last = before["day_to"] or before["month_day_to"] or first
    return "date-phrase", build_days(year, month, int(first), int(last))


def _read_numbers(year: int, first: int, second: int, *, day_first: bool) -> Interval | None:
    day, month = (first, second) if day_first else (second, first)
    return build_day(year, month, day) or build_day(year, day, month)
