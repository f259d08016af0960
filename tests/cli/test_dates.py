"""`dates`, `timeline`, `search --from --to` and `add --published`, as they are typed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main

REPORT = """Master of the Lamps Meets the Council

In a meeting today (Thursday) with Odo Brandt, the Mayor of Selwick, the Master of the Lamps said, "The quay holds."
"""
SPEECH = """Speech of the Master of the Lamps, in the Gathering of Masons, Selwick - 24 /Feb/ 2024

Three months have passed since the invasion of Ukraine, and no lamp of ours has gone out in any of those nights.

We will have elections in about two months (1), and the keepers shall vote like everybody else in this town.

Footnotes:

1) Elections for the council of Selwick will be held on July 25, 2022.
"""


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env={"COLUMNS": "120"})


def get_rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def get_id(record: Path, words: str) -> str:
    (hit, *_) = get_rows(call("search", words, "--record", record))
    return str(hit["document"])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    path = tmp_path / "lamps.record"
    call("add", tmp_path / "report.txt", tmp_path / "speech.txt", "--record", path)
    return path


def test_dates_tells_the_reasons_and_the_contradiction(record: Path) -> None:
    shown = call("dates", get_id(record, "lamp"), "--record", record, "--format", "table").stdout
    for expected in (
        "heading-date “24 /Feb/ 2024”",
        "(outvoted)",
        "reading 1: 2022-05-05/2022-06-14",
        "date-words-conf",
    ):
        assert expected in shown


def test_dates_with_a_day_of_publication_stores_nothing(record: Path) -> None:
    document = get_id(record, '"quay holds"')
    (row,) = get_rows(call("dates", document, "--published", "2024-05-31", "--record", record))
    assert isinstance(row["date"], dict)
    assert (row["date"]["earliest"], row["date"]["precision"]) == ("2024-05-30", "day")
    assert "said: unknown" in call("dates", document, "--record", record, "--format", "table").stdout


def test_add_takes_a_day_of_publication(tmp_path: Path, record: Path) -> None:
    other = tmp_path / "other.record"
    call("add", tmp_path / "report.txt", "--published", "2024-05-31", "--record", other)
    (moment,) = get_rows(call("timeline", "--record", other))
    assert isinstance(moment["date"], dict)
    assert moment["date"]["earliest"] == "2024-05-30"
    assert record.exists()


def test_add_refuses_a_day_of_publication_that_is_none(tmp_path: Path, record: Path) -> None:
    result = call("add", tmp_path / "report.txt", "--published", "someday", "--record", record)
    assert "cannot read 'someday' as a date" in str(result.exception)


def test_the_timeline_shows_what_is_dated_by_whom(record: Path) -> None:
    shown = call("timeline", "--record", record, "--format", "table")
    assert "2022-05-05/2024-02-24" in shown.stdout
    assert "1 of 2 documents" in shown.stderr
    assert call("timeline", "--by", "Nobody Known", "--record", record).exit_code == 1


def test_search_within_days_tells_what_is_only_possible(record: Path) -> None:
    sure = call("search", "lamp", "--from", "2022", "--to", "2024", "--record", record, "--format", "table").stdout
    possible = call("search", "lamp", "--from", "2024-01", "--record", record, "--format", "table").stdout
    assert "possibly" not in sure
    assert "possibly: 2022-05-05/2024-02-24" in possible
    assert call("search", "lamp", "--from", "2025", "--record", record).exit_code == 1


def test_a_cited_date_inside_the_interval_is_not_misdated(record: Path) -> None:
    text = "no lamp of ours has gone out in any of those nights"
    for on, is_flagged in (("2022-05-20", False), ("2024-02-24", False)):
        (row,) = get_rows(call("check", text, "--on", on, "--record", record))
        flags = row["flags"]
        assert isinstance(flags, list)
        assert any(flag["code"] == "misdated" for flag in flags) is is_flagged


def test_the_record_with_dates_verifies(record: Path) -> None:
    assert call("verify", "--record", record).exit_code == 0
