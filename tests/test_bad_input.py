"""Files that are broken, hostile or oddly named, through the whole of `onrecord add`: findings, and no crash."""

import gzip
import io
import json
import os
import resource
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.record import open_record

SPEECH = b"Speech of Maren Tolvey, at the Old Quay - 17 May 2004\n\nA town without a quay is a town without bread.\n"


def add(record: Path, *arguments: str | Path) -> Result:
    command = ["add", *map(str, arguments), "--record", str(record)]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def get_rows(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def get_codes(row: dict[str, object]) -> list[str]:
    assert isinstance(row["findings"], list)
    return [finding["code"] for finding in row["findings"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "pages"
    path.mkdir()
    return path


def test_text_that_is_not_utf_8_is_added_with_a_note(folder: Path, tmp_path: Path) -> None:
    words = (
        "Die Lampen wurden gestern wieder angezündet; kein Schiff soll raten müssen, wo die Klippen sind. Größer war"
    )
    (folder / "1.txt").write_bytes(f"{words} keine Mühe, und die Wärter schämten sich nicht dafür.".encode("cp1252"))
    (row,) = get_rows(add(tmp_path / "r", folder))
    assert (row["outcome"], get_codes(row)[0]) == ("new", "read-encoding")


def test_nul_bytes_are_a_problem(folder: Path, tmp_path: Path) -> None:
    (folder / "1.txt").write_bytes(SPEECH[:60] + b"\x00" + SPEECH[60:])
    result = add(tmp_path / "r", folder)
    (row,) = get_rows(result)
    assert (result.exit_code, row["outcome"], get_codes(row)) == (1, "refused", ["read-binary"])


def test_a_file_above_the_limit_is_refused_and_the_limit_can_be_moved(folder: Path, tmp_path: Path) -> None:
    with (folder / "1.txt").open("wb") as file:
        file.truncate(200_000_000)
    (folder / "2.txt").write_bytes(SPEECH + b"Fair pay for all. " * 70_000)
    (folder / "3.txt").write_bytes(SPEECH)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = get_rows(add(tmp_path / "r", folder, "--max-size", "1"))
    assert [row["outcome"] for row in rows] == ["refused", "refused", "new"]
    assert [get_codes(row) for row in rows[:2]] == [["read-too-large"]] * 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000
    assert [row["outcome"] for row in get_rows(add(tmp_path / "r", folder))] == ["refused", "new", "known"]


def test_a_file_without_end_is_refused(tmp_path: Path) -> None:
    (row,) = get_rows(add(tmp_path / "r", "/dev/zero"))
    assert get_codes(row) == ["read-too-large"]


def build_zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(80_000_000))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bomb.gz", gzip.compress(bytes(300_000_000), 1)),
        ("bomb.docx", build_zip("word/document.xml")),
        ("bomb.odt", build_zip("content.xml")),
        ("bomb.wacz", build_zip("archive/data.warc")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bomb_is_a_problem_in_good_time(folder: Path, tmp_path: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    start = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (row,) = get_rows(add(tmp_path / "r", folder))
    assert (row["outcome"], get_codes(row)) == ("refused", ["read-too-large"])
    assert time.perf_counter() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def test_links_that_lead_in_a_circle_are_passed_over(folder: Path, tmp_path: Path) -> None:
    (folder / "1.txt").write_bytes(SPEECH)
    (folder / "again").symlink_to(folder)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    (row,) = get_rows(add(tmp_path / "r", folder))
    assert (row["outcome"], row["address"]) == ("new", "pages/1.txt")


def test_names_that_are_no_line_or_no_text_are_addresses_all_the_same(folder: Path, tmp_path: Path) -> None:
    for number, name in enumerate(
        (b"a\nb.txt", b"caf\xe9.txt", "öü 港.txt".encode(), b"tab\t\x7f.txt", b"' OR 1; --.txt")
    ):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(SPEECH + b"%d" % number)
    record = tmp_path / "r"
    rows = get_rows(add(record, folder))
    assert {row["outcome"] for row in rows} == {"new"}
    addresses = {str(row["address"]) for row in rows}
    assert addresses == {
        "pages/a\\x0ab.txt",
        "pages/caf\\xe9.txt",
        "pages/öü 港.txt",
        "pages/tab\\x09\\x7f.txt",
        "pages/' OR 1; --.txt",
    }
    assert [row["outcome"] for row in get_rows(add(record, folder))] == ["known"] * 5
    table = add(record, folder, "--format", "table")
    assert table.exit_code == 0
    with open_record(record) as opened:
        assert {address for row in rows for address in opened.find_addresses(get_source(opened, row))} == addresses
        assert list(opened.verify()) == []


def get_source(record: object, row: dict[str, object]) -> str:
    documents = row["documents"]
    assert isinstance(documents, list)
    return record.get_document(documents[0]).source  # type: ignore[attr-defined,no-any-return]


def test_a_pattern_takes_the_files_that_match_it(folder: Path, tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt", "10.txt", "3.md"):
        (folder / name).write_bytes(SPEECH + name.encode())
    (folder / "old").mkdir()
    (folder / "old" / "4.txt").write_bytes(SPEECH)
    rows = get_rows(add(tmp_path / "r", f"{folder}/*.txt"))
    assert [row["address"] for row in rows] == ["pages/1.txt", "pages/2.txt", "pages/10.txt"]
    rows = get_rows(add(tmp_path / "r", f"{folder}/**/4.txt"))
    assert [row["address"] for row in rows] == ["old/4.txt"]


def test_a_file_whose_name_is_a_pattern_is_that_file(folder: Path, tmp_path: Path) -> None:
    (folder / "[1].txt").write_bytes(SPEECH)
    (row,) = get_rows(add(tmp_path / "r", folder / "[1].txt"))
    assert row["address"] == "pages/[1].txt"


def test_every_kind_of_file_is_added_and_verified(tmp_path: Path) -> None:
    files = Path(__file__).parent / "cases" / "read" / "files"
    record = tmp_path / "r"
    rows = get_rows(add(record, *(path for path in sorted(files.iterdir()) if path.suffix not in {".expected", ".py"})))
    refused = [row["address"] for row in rows if row["outcome"] == "refused"]
    assert refused == ["files/scan.pdf"]
    with open_record(record) as opened:
        assert list(opened.verify()) == []
        trace = opened.check("a town without a quay is a town without bread")
        assert trace.verdict == "verbatim"
