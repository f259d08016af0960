"""What a written date looks like: enough to find one; the date room reads it."""

import functools
import re

from onrecord.read.phrases import any_of, get_phrases


@functools.cache
def date_shape() -> str:
    """A regular expression for a Gregorian date with its year: `Nov 3, 2019`, `24 /Feb/ 2024`, `2005-08-24`."""
    month = any_of(get_phrases().dates.months) + r"\.?"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"[12]\d{3}"
    return (
        rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:"
        rf"{month}\s*{day}(?:\s*,\s*|\s+){year}"
        rf"|{day}[\s/.-]*(?:of\s+)?{month}[\s/.,-]*{year}"
        rf"|{month},?\s+{year}"
        rf"|{year}-\d{{2}}(?:-\d{{2}})?"
        rf"|\d{{1,2}}[/.]\d{{1,2}}[/.]{year})"
    )


@functools.cache
def day_shape() -> str:
    """A regular expression for a day without its date: `today (Thursday)`, `on Monday morning`, `last Friday`."""
    words = get_phrases().days
    weekday = any_of(words.weekdays)
    part = r"(?:\s+(?:morning|afternoon|evening|night))?"
    return rf"(?:{any_of(words.words)}|(?:last\s+)?{weekday}{part})(?:,?\s*\({weekday}\))?(?!\w)"


@functools.cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"\s*{date_shape()}\s*", re.IGNORECASE)


@functools.cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){date_shape()}(?!\w)", re.IGNORECASE)


@functools.cache
def _claim() -> re.Pattern[str]:
    return re.compile(rf"[^\[\]]{{1,60}},\s*(?:{date_shape()}|[12]\d{{3}})\s*", re.IGNORECASE)


def is_date(content: str) -> bool:
    """Whether the words are a date and nothing else."""
    return bool(_whole().fullmatch(content))


def has_date(words: str) -> bool:
    """Whether a date stands somewhere in the words."""
    return _part().search(words) is not None


def is_claim(content: str) -> bool:
    """Whether the words are a name and a date or a year, as they stand behind a quotation: `Coolidge, 1925`."""
    return bool(_claim().fullmatch(content))


@functools.cache
def dated_quotation() -> re.Pattern[str]:
    """Finds a closing quotation mark with a bracketed date behind it: the mark of an essay of quotations."""
    return re.compile(
        rf"[”\"\u2019'»]\s{{0,3}}\[(?:[^\[\]]{{1,60}},\s*)?(?:{date_shape()}|[12]\d{{3}})\s*\]", re.IGNORECASE
    )
