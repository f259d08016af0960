"""Mentions of days: the invented cases of `tests/cases/date/mentions.txt`, and what holds for any text."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.date import Habits, find_mentions

CASES = Path(__file__).parents[1] / "cases" / "date" / "mentions.txt"
LINES = [line.rsplit(" | ", 2) for line in CASES.read_text(encoding="utf-8").splitlines() if line.count(" | ") > 1]
WORDS = st.sampled_from(
    [
        "22",
        "3rd",
        "third",
        "Bahman",
        "Rabi'",
        "al-Awwal",
        "II",
        "Dhu",
        "Day",
        "May",
        "1357",
        "2005",
        "[13]61",
        "Friday",
        "on",
        "today",
        "yesterday",
        "eve",
        "of",
        "۲",
        "بهمن",
        "/",
        "-",
        "12",
        "Eid",
        "al-Fitr",
        "(",
        ")",
        ",",
        "to",
        "and",
    ]
)


def describe(text: str, written: dt.date) -> str:
    mentions = find_mentions(text, written=(written, written), habits=Habits())
    days = [day for each in mentions for day in (each.days if each.is_doubtful else each.days[:1])]
    words = " ; ".join(f"{a}" if a == b else f"{a}/{b}" for a, b in dict.fromkeys(days))
    return ("? " if any(each.is_doubtful for each in mentions) else "") + words or "none"


@pytest.mark.parametrize(("text", "written", "expected"), [pytest.param(*line, id=line[0][:60]) for line in LINES])
def test_a_text_speaks_of_the_days_of_its_case(text: str, written: str, expected: str) -> None:
    found = describe(text, dt.date.fromisoformat(written))
    if expected.startswith("?"):
        assert found.startswith("?")
        assert set(expected[2:].split(" ; ")) <= set(found[2:].split(" ; "))
    else:
        assert found == expected


@given(st.lists(WORDS, max_size=25).map(" ".join), st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_mentions_are_in_order_and_never_overlap(text: str, written: dt.date) -> None:
    mentions = find_mentions(text, written=(written, written), habits=Habits())
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    assert all(start <= end for each in mentions for start, end in each.days)


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    find_mentions(text, written=None, habits=Habits())
