"""The real transcripts: 200 of their dates, frozen as file, offset, length and reading, and every Solar day."""

import re
from functools import cache
from pathlib import Path

import pytest

from onrecord.date import Habits, Mention, find_mentions
from onrecord.model import Dating

CASES = Path(__file__).parents[1] / "cases" / "date" / "leader_en.txt"
FROZEN = [line.split() for line in CASES.read_text(encoding="utf-8").splitlines() if re.match(r"\d+\.txt ", line)]
MONTH = "(?:Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand)"
# The plain pattern of somebody in a hurry, and the same with the month first.
SOLAR_DAY = re.compile(rf"\d{{1,2}} ?(?:st|nd|rd|th)?(?: of)?\s+{MONTH}\b|\b{MONTH} \d{{1,2}}(?!\d)")
HABITS = Habits(day_first=True)


@cache
def read(path: Path) -> tuple[str, tuple[Mention, ...]]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return text, find_mentions(text, written=None, habits=HABITS)


def describe(mention: Mention) -> str:
    days = ";".join(Dating.between(*day).edtf for day in mention.days)
    return f"{mention.phrases[0].rule} {days or 'open'}"


@pytest.mark.parametrize("name", sorted({line[0] for line in FROZEN}))
def test_the_frozen_dates_of_a_transcript_are_still_read(shared: Path, name: str) -> None:
    _, mentions = read(shared / "corpora/leader_en" / name)
    found = {(each.span.start, len(each.span)): describe(each) for each in mentions}
    for _, start, length, rule, reading in [line for line in FROZEN if line[0] == name]:
        assert found.get((int(start), int(length))) == f"{rule} {reading}"


def test_every_solar_day_that_a_plain_pattern_finds_is_read(shared: Path) -> None:
    total = 0
    for path in (shared / "corpora/leader_en").glob("*.txt"):
        text, mentions = read(path)
        for found in SOLAR_DAY.finditer(text):
            total += 1
            assert any(each.span.start < found.end() and found.start() < each.span.end for each in mentions)
    assert total > 440
