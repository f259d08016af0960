"""Every command as it is typed, on the invented harbour office."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from onrecord.cli.main import main
from onrecord.errors import OnrecordError

ROOT = Path(__file__).parents[2]
VERBATIM = "a town without a quay is a town without bread"
ALTERED = "a town without a quay is a town without beer"


def call(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin, env={"COLUMNS": "120"})


def get_rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def record(tmp_path: Path, speeches: Path, office_file: Path) -> Path:
    path = tmp_path / "harbour.record"
    (speeches / "10.txt").unlink()
    (speeches / "noise.bin").unlink()
    assert call("add", speeches, "--office", office_file, "--record", path).exit_code == 0
    return path


def test_add_counts_on_standard_error_and_answers_in_lines(tmp_path: Path, speeches: Path, office_file: Path) -> None:
    result = call("add", speeches, "--office", office_file, "--record", tmp_path / "r.record")
    assert result.exit_code == 1, "a file without text is not taken in"
    assert [row["outcome"] for row in get_rows(result)] == ["new", "new", "copy", "refused", "refused"]
    assert "2 new (" in result.stderr
    assert "2 not taken in" in result.stderr


def test_add_again_says_that_nothing_is_new(record: Path, speeches: Path) -> None:
    result = call("add", speeches, "--record", record)
    assert result.exit_code == 0
    assert result.stderr.startswith("0 new")


def test_add_without_anything_to_add_is_wrong_use(tmp_path: Path) -> None:
    result = call("add", "--record", tmp_path / "r.record")
    assert isinstance(result.exception, OnrecordError)
    assert not (tmp_path / "r.record").exists()


def test_add_takes_a_manifest_for_its_facts(tmp_path: Path, speeches: Path) -> None:
    manifest = speeches / "manifest.csv"
    manifest.write_text(
        "path,url,title,date,speaker\n1.txt,https://selwick.example/quay,At the quay,2004-03-09,Maren Tolvey\n",
        encoding="utf-8",
    )
    path = tmp_path / "r.record"
    assert call("add", "--manifest", manifest, "--record", path).exit_code == 0
    (hit,) = get_rows(call("search", '"ninety winters"', "--record", path))
    assert hit["title"] == "At the quay"
    assert hit["speaker"] == "Maren Tolvey"
    (doc,) = get_rows(call("show", str(hit["document"]), "--record", path))
    assert isinstance(doc["date"], dict)
    assert doc["date"]["earliest"] == doc["date"]["latest"] == "2004-03-09"


def test_check_is_0_for_the_words_of_the_record_and_1_for_others(record: Path) -> None:
    sound, altered = (call("check", text, "--by", "Tolvey", "--record", record) for text in (VERBATIM, ALTERED))
    assert (sound.exit_code, get_rows(sound)[0]["verdict"]) == (0, "verbatim")
    assert (altered.exit_code, get_rows(altered)[0]["verdict"]) == (1, "altered")


def test_check_reads_standard_input_and_takes_off_the_marks(record: Path) -> None:
    result = call("check", "-", "--record", record, stdin=f"“{VERBATIM}”\n")
    assert get_rows(result)[0]["verdict"] == "verbatim"


def test_check_for_people_shows_the_change_and_the_place(record: Path) -> None:
    result = call("check", ALTERED, "--by", "Tolvey", "--record", record, "--format", "table")
    assert "[-beer-]{+bread+}" in result.stdout
    assert "Speech at the old quay" in result.stdout


def test_check_takes_a_table_of_quotations(record: Path, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(f'text,by,on\n"{VERBATIM}",Tolvey,2004\n"{ALTERED}",,\n', encoding="utf-8")
    result = call("check", "--file", tmp_path / "table.csv", "--record", record)
    assert [row["verdict"] for row in get_rows(result)] == ["verbatim", "altered"]
    assert result.exit_code == 1


def test_check_of_a_table_without_text_names_the_column(record: Path, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("quotation\nx\n", encoding="utf-8")
    result = call("check", "--file", tmp_path / "table.csv", "--record", record)
    assert "no column 'text'" in str(result.exception)


def test_cite_prints_the_version(record: Path) -> None:
    (hit,) = get_rows(call("search", '"ninety winters"', "--record", record))
    printed = call("cite", str(hit["id"]), "--record", record).stdout
    assert f"version {hit['version']}" in printed


def test_check_without_words_is_wrong_use(record: Path) -> None:
    assert isinstance(call("check", " ”", "--record", record).exception, OnrecordError)


def test_traces_follow_their_published_schema(record: Path) -> None:
    schema = json.loads((ROOT / "docs/reference/trace.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    for text in (VERBATIM, ALTERED, "the moon is made of old rope and lantern glass"):
        (row,) = get_rows(call("check", text, "--on", "2004", "--record", record))
        validator.validate(row)


@pytest.mark.parametrize(
    "noun", ["comparison", "document", "finding", "passage", "ruling", "tombstone", "trace", "version"]
)
def test_the_published_schema_is_the_one_of_the_records(noun: str) -> None:
    published = (ROOT / f"docs/reference/{noun}.schema.json").read_text(encoding="utf-8")
    assert call("schema", noun).stdout == published


def test_audit_answers_for_every_quotation_in_the_order_of_the_draft(record: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(
        f"# The quay\n\nIn 2004 Maren Tolvey said that “{VERBATIM}”. “{ALTERED}” [Maren Tolvey, 2004]\n",
        encoding="utf-8",
    )
    result = call("audit", draft, "--record", record)
    rows = get_rows(result)
    assert [row["verdict"] for row in rows] == ["verbatim", "altered"]
    assert result.exit_code == 1
    table = call("audit", draft, "--record", record, "--format", "table").stdout
    assert "1 of 2 quotations may stand as they are" in table


def test_audit_as_a_page_cites_the_passage(record: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(f"She said: “{ALTERED}”.\n", encoding="utf-8")
    page = call("audit", tmp_path / "draft.txt", "--record", record, "--format", "html").stdout
    assert "<del>beer</del> <ins>bread</ins>" in page
    assert "SHA-256" in page


def test_trace_links_the_quotations_of_the_record(record: Path, tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text(f"# News\n\nShe said: “{VERBATIM}”.\n", encoding="utf-8")
    call("add", tmp_path / "report.md", "--record", record)
    (row,) = get_rows(call("trace", "--all", "--record", record))
    assert row["verdict"] == "verbatim"
    (hit,) = get_rows(call("search", '"ninety winters"', "--record", record))
    assert get_rows(call("trace", str(hit["document"]), "--record", record)) == [row]


def test_trace_needs_a_document_or_all(record: Path) -> None:
    assert call("trace", "--record", record).exit_code == 2


def test_audit_of_a_page_without_quotations_is_well(record: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Nobody said anything.\n", encoding="utf-8")
    result = call("audit", draft, "--record", record)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no quotations" in result.stderr


def test_audit_of_what_cannot_be_read_is_not_well(record: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes(b"\0" * 40)
    result = call("audit", tmp_path / "draft.txt", "--record", record)
    assert result.exit_code == 1
    assert "read-binary" in result.stderr


def test_audit_of_a_missing_file_names_it(record: Path) -> None:
    result = call("audit", "nowhere.md", "--record", record)
    assert isinstance(result.exception, OnrecordError)
    assert "nowhere.md" in str(result.exception)


def test_search_prints_the_words_in_context(record: Path) -> None:
    result = call("search", '"ninety winters"', "--record", record, "--format", "table")
    assert "the old quay has stood for ninety winters and it will not" in result.stdout.replace("\n", " ")
    assert "1 places" not in result.stderr


def test_search_that_finds_nothing_is_1(record: Path) -> None:
    assert call("search", "zeppelin", "--record", record).exit_code == 1


def test_show_prints_a_document_with_its_evidence(record: Path) -> None:
    (hit,) = get_rows(call("search", '"ninety winters"', "--record", record))
    text = call("show", str(hit["document"]), "--record", record, "--format", "table").stdout
    for expected in ("Speech at the old quay", "Maren Tolvey", "2004", "speeches/1.txt, speeches/3.txt", "lossy"):
        assert expected in text


def test_show_takes_the_id_of_a_passage(record: Path) -> None:
    (hit,) = get_rows(call("search", '"ninety winters"', "--record", record))
    (passage,) = get_rows(call("show", str(hit["id"]), "--record", record))
    assert passage == hit


def test_status_counts_what_is_held(record: Path) -> None:
    (row,) = get_rows(call("status", "--record", record))
    assert (row["documents"], row["addresses"], row["speakers"]) == (2, 3, {"Maren Tolvey": 2})
    assert "Maren Tolvey 2" in call("status", "--record", record, "--format", "table").stdout


def test_verify_says_that_all_is_well(record: Path) -> None:
    result = call("verify", "--record", record)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "all is as it was added" in result.stderr


def test_findings_can_be_asked_for_by_code(tmp_path: Path, speeches: Path, office_file: Path) -> None:
    path = tmp_path / "r.record"
    call("add", speeches, "--office", office_file, "--record", path)
    rows = get_rows(call("findings", "--code", "read-", "--level", "problem", "--record", path))
    assert [row["where"]["address"] for row in rows if isinstance(row["where"], dict)] == [
        "speeches/noise.bin",
        "speeches/10.txt",
    ]


def test_the_environment_names_the_record(record: Path) -> None:
    result = CliRunner().invoke(main, ["status"], env={"ONRECORD_RECORD": str(record)})
    assert result.exit_code == 0


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_every_command_shows_an_example(command: str) -> None:
    assert "Example:" in call(command, "--help").stdout


def test_the_documentation_lists_every_command() -> None:
    listed = re.findall(
        r"^\| `onrecord ([a-z]+)` \|", (ROOT / "docs/commands.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert listed == sorted(main.commands)
