"""What the page, its header, its heading or a manifest states, read as dates."""

import re
from collections.abc import Iterator

import msgspec

from onrecord.date.calendars import build_year
from onrecord.date.evidence import Evidence, build_evidence
from onrecord.date.habits import Habits
from onrecord.date.intervals import Interval, build_day
from onrecord.date.mentions import Mention, find_mentions
from onrecord.date.monthdays import FIRST_PHRASE_YEAR
from onrecord.date.stated import parse_date
from onrecord.date.years import SOLAR_YEARS
from onrecord.errors import BadDate
from onrecord.model import Clue, Dating, Fact

# An address may carry the day on which its page went out: /2016/10/12/, /2016-10-12-.
_URL_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([/_-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])")
_SOLAR_YEAR = re.compile(r"\D*([0-9]{4})\D*\Z")


def read_fact(fact: Fact, habits: Habits) -> Evidence | None:
    """The evidence of a fact named `year`, `date` or `published`, or `None` where it cannot be read as one date."""
    rule = f"{fact.origin}-{fact.name}"
    dating = _read_solar_year(fact, habits) or _read_stated(fact, habits)
    if dating is not None:
        clue = Clue(rule=rule, text=fact.text, span=fact.span, earliest=dating.earliest, latest=dating.latest)
        return Evidence(clue=msgspec.structs.replace(clue, calendar=dating.calendar))
    mention = find_sole_mention(fact.text, habits)
    if mention is None:
        return None
    found = build_evidence(rule, mention, fact.text)
    return msgspec.structs.replace(found, clue=msgspec.structs.replace(found.clue, text=fact.text, span=fact.span))


def find_sole_mention(text: str, habits: Habits) -> Mention | None:
    """The one day, month or weekday that a text names; a year counts only where it stands alone."""
    found = [mention for mention in find_mentions(text, written=None, habits=habits) if not _is_year(mention)]
    return found[0] if len(found) == 1 else None


def _is_year(mention: Mention) -> bool:
    return mention.phrases[0].rule in {"bare-year", "decade", "year-range"}


def _read_solar_year(fact: Fact, habits: Habits) -> Dating | None:
    found = _SOLAR_YEAR.match(fact.text)
    if found is None or "solar-hijri" not in habits.calendars or int(found[1]) not in SOLAR_YEARS:
        return None
    days = build_year("solar-hijri", int(found[1]))
    return days and msgspec.structs.replace(Dating.between(*days), calendar="solar-hijri")


def _read_stated(fact: Fact, habits: Habits) -> Dating | None:
    if habits.day_first is None and len(find_readings(fact.text, habits)) > 1:
        return None
    try:
        dating = parse_date(fact.text, day_first=habits.day_first is not False)
    except BadDate:
        return None
    is_other = habits.calendars != ("gregorian",) and dating.latest is not None
    return None if is_other and dating.latest and dating.latest.year < FIRST_PHRASE_YEAR else dating


def find_readings(text: str, habits: Habits) -> tuple[Interval, ...]:
    """Every way in which the one date of a text can be read."""
    mention = find_sole_mention(text, habits)
    return mention.days if mention else ()


def read_url(fact: Fact) -> Iterator[Evidence]:
    """The day that an address carries: when its page was put there."""
    found = _URL_DAY.search(fact.text)
    days = build_day(int(found[1]), int(found[3]), int(found[4])) if found else None
    if days is not None:
        yield Evidence(clue=Clue(rule="url-day", text=fact.text, earliest=days[0], latest=days[1], is_soft=True))
