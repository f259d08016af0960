"""The commands that keep a record: versions, differences, rulings, removal, backups."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.errors import BadRuling, OnrecordError, Removed, UnknownId


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env={"COLUMNS": "120"})


def get_rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def record(tmp_path: Path, speeches: Path, office_file: Path) -> Path:
    """A record of the two speeches, of which the second has changed since."""
    path = tmp_path / "harbour.record"
    for name in ("10.txt", "noise.bin"):
        (speeches / name).unlink()
    call("add", speeches, "--office", office_file, "--record", path)
    lamps = speeches / "2.txt"
    text = lamps.read_text(encoding="utf-8").replace("eleven", "twelve").replace(", who", " \u2014 who")
    lamps.write_text(text, encoding="utf-8")
    call("add", speeches, "--office", office_file, "--record", path)
    return path


@pytest.fixture
def lamps(record: Path) -> str:
    (hit,) = get_rows(call("search", '"twelve dark years"', "--record", record))
    return str(hit["document"])


def test_each_addition_is_a_line_of_its_own_as_soon_as_it_is_on_disk(speeches: Path, tmp_path: Path) -> None:
    result = call("add", speeches, "--record", tmp_path / "new.record")
    assert [row["address"] for row in get_rows(result)][:2] == ["speeches/1.txt", "speeches/2.txt"]


def test_versions_lists_what_the_address_gave(record: Path, lamps: str) -> None:
    rows = get_rows(call("versions", lamps, "--record", record))
    assert [(row["number"], row["current"], row["address"]) for row in rows] == [
        (1, False, "speeches/2.txt"),
        (2, True, "speeches/2.txt"),
    ]
    table = call("versions", lamps, "--record", record, "--format", "table").stdout
    assert str(rows[1]["id"]) in table
    assert "current" in table.splitlines()[-1]


def test_diff_shows_the_words_and_counts_the_typography(record: Path, lamps: str) -> None:
    table = call("diff", lamps, "--record", record, "--format", "table").stdout
    assert "after [-eleven-]{+twelve+} dark years" in table
    assert "1 changes · 1 typographic differences" in table
    (row,) = get_rows(call("diff", lamps, "--record", record))
    assert row["typography"] == 1
    assert [(each["removed"], each["added"]) for each in row["changes"]] == [("eleven", "twelve")]  # type: ignore[attr-defined]


def test_diff_takes_numbers_and_ids(record: Path, lamps: str) -> None:
    first, second = (str(row["id"]) for row in get_rows(call("versions", lamps, "--record", record)))
    for pair in (("1", "2"), (first, second), ("1",), ()):
        (row,) = get_rows(call("diff", lamps, *pair, "--record", record))
        assert (row["before"], row["after"]) == (first, second)
    (row,) = get_rows(call("diff", lamps, "2", "1", "--record", record))
    assert row["before"] == second
    for pair in (("7",), ("1", "v0")):
        assert isinstance(call("diff", lamps, *pair, "--record", record).exception, UnknownId)


def test_diff_of_a_single_version_has_nothing_to_show(record: Path) -> None:
    (hit,) = get_rows(call("search", '"ninety winters"', "--record", record))
    table = call("diff", str(hit["document"]), "--record", record, "--format", "table").stdout
    assert "no word was changed" in table


def test_a_silent_edit_is_a_finding(record: Path, lamps: str) -> None:
    (row,) = get_rows(call("findings", "--code", "version-", "--record", record))
    assert row["where"]["document"] == lamps  # type: ignore[index]
    assert "eleven dark years" in str(row["message"])
    assert "twelve dark years" in str(row["message"])


def test_a_passage_of_an_older_version_names_its_successor(record: Path, lamps: str) -> None:
    first, second = (str(row["id"])[1:] for row in get_rows(call("versions", lamps, "--record", record)))
    same = call("show", f"p{first}.0-30", "--record", record)
    assert get_rows(same)[0]["text"] == "The lamps on the breakwater we"
    assert f"the same words stand in p{second}.0-30 now" in same.stderr
    gone = call("show", f"p{first}.60-77", "--record", record)
    assert "these words are gone from it" in gone.stderr
    assert call("show", f"p{second}.0-30", "--record", record).stderr == ""


def test_a_ruling_is_made_listed_and_undone(record: Path, lamps: str) -> None:
    made = call("rule", lamps, "--date", "May 4, 2005", "--because", "the tape", "--record", record)
    (ruling,) = get_rows(made)
    assert (
        get_rows(call("rulings", "--record", record))
        == get_rows(call("rulings", lamps, "--record", record))
        == [ruling]
    )
    assert "2005-05-04" in call("rulings", "--record", record, "--format", "table").stdout
    shown = call("show", lamps, "--record", record, "--format", "table").stdout
    assert "ruling “2005-05-04” → 2005-05-04" in shown
    assert "because the tape" in shown.replace("\n", " ")
    undone = call("unrule", str(ruling["id"]), "--record", record, "--format", "table")
    assert undone.stderr.startswith("undone: ")
    assert call("rulings", "--record", record, "--format", "table").stdout == ""


@pytest.mark.parametrize(
    "given", [(), ("--date", "2005", "--title", "x"), ("--form", "sermon"), ("--speaker", " "), ("--date", "soon")]
)
def test_a_ruling_says_one_thing_that_can_be(record: Path, lamps: str, given: tuple[str, ...]) -> None:
    result = call("rule", lamps, *given, "--because", "x", "--record", record)
    assert isinstance(result.exception, OnrecordError)
    assert call("rulings", "--record", record).stdout == ""


def test_a_ruling_without_a_reason_is_wrong_use(record: Path, lamps: str) -> None:
    assert call("rule", lamps, "--date", "2005", "--record", record).exit_code == 2
    assert isinstance(call("rule", lamps, "--date", "2005", "--because", "", "--record", record).exception, BadRuling)


def test_what_is_removed_says_so(record: Path, lamps: str, speeches: Path) -> None:
    removed = call("remove", lamps, "--because", "published by mistake", "--record", record)
    assert get_rows(removed)[0]["document"] == lamps
    for command in (("show",), ("versions",), ("diff",), ("rulings",)):
        assert isinstance(call(*command, lamps, "--record", record).exception, Removed)
    again = call("add", speeches, "--record", record)
    assert again.exit_code == 1
    assert "because published by mistake" in again.stdout


def test_a_backup_is_made_and_restored(record: Path, lamps: str, tmp_path: Path) -> None:
    made = call("backup", tmp_path / "backup", "--record", record)
    assert made.stderr.startswith("2 documents, 3 sources")
    again = tmp_path / "again.record"
    assert call("restore", tmp_path / "backup", "--record", again).exit_code == 0
    assert call("show", lamps, "--record", again).stdout == call("show", lamps, "--record", record).stdout
    assert isinstance(call("restore", tmp_path / "backup", "--record", again).exception, OnrecordError)


def test_compact_tells_what_it_gave_back(record: Path) -> None:
    result = call("compact", "--record", record)
    assert (result.exit_code, "bytes before" in result.stderr) == (0, True)
    assert call("verify", "--record", record).exit_code == 0
