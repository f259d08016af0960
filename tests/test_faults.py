"""What happens to a record when its surroundings fail; every fault is drawn from a seed.

`ONRECORD_TORTURE=20` draws twenty times as many (`make torture`).
"""

import errno
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main, run
from onrecord.errors import OnrecordError
from onrecord.record import Record, open_record
from onrecord.store.connection import open_connection

TORTURE = int(os.environ.get("ONRECORD_TORTURE", "1"))
FILES = 60
# A commit for every few files gives a fault many places to strike; the name of the folder is the address.
ADD = """
import sys
import onrecord.cli.main, onrecord.intake
onrecord.intake.FILES_A_BATCH = 4
print("ready", flush=True)
onrecord.cli.main.run()
"""
# As if killed at the statement with this number: nothing is rolled back, closed or flushed.
CUT = """
import os, sys
import onrecord.cli.main
from onrecord.store.connection import Cursor
left, execute = int(sys.argv.pop(1)), Cursor.execute
def cut(*arguments):
    global left
    left -= 1
    return os._exit(9) if left < 0 else execute(*arguments)
Cursor.execute = cut
onrecord.cli.main.run()
"""
QUESTIONS = (
    ("status",),
    ("check", "the ferry number 3 leaves at nine"),
    ("search", "ferry"),
    ("findings",),
    ("verify",),
)


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    """A folder of small files, some of them alike, one without text."""
    folder = tmp_path / "ferries"
    folder.mkdir()
    for number in range(FILES):
        text = f"The ferry number {number % (FILES - 3)} leaves at nine and is back before the lamps are lit. " * 9
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def sound(tmp_path: Path, ferries: Path) -> Path:
    """A record of these files, closed."""
    path = tmp_path / "sound.record"
    with open_record(path, create=True) as record:
        list(record.add([ferries]))
        (hit, *_) = record.search('"number 3"')
        record.rule(hit.document, "date", "2004", because="x")
        record.index()
    return path


def start(*arguments: str | Path) -> subprocess.Popen[str]:
    """The command in a process of its own, which has begun its work when this returns."""
    command = [sys.executable, "-c", ADD, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def call_run(monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> object:
    """The exit code of the whole command, as the shell sees it."""
    monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        run()
    return stopped.value.code


def check_sound(record: Record) -> None:
    assert [finding.message for finding in record.verify()] == []


def flip(path: Path, source: random.Random) -> None:
    data = bytearray(path.read_bytes())
    data[source.randrange(len(data))] ^= 1 << source.randrange(8)
    path.write_bytes(data)


@pytest.mark.parametrize("seed", range(24 * TORTURE))
def test_killed_while_adding_it_holds_all_that_it_reported(tmp_path: Path, ferries: Path, seed: int) -> None:
    path = tmp_path / "killed.record"
    process = start("add", ferries, "--record", path)
    # Twice as long as adding takes: some are killed while the index is built, some not at all.
    time.sleep(random.Random(seed).uniform(0, 0.6))
    process.send_signal(signal.SIGKILL)
    lines = process.communicate(timeout=60)[0].splitlines(keepends=True)
    reported = [json.loads(line) for line in lines if line.endswith("\n")]
    with open_record(path, create=True) as record:
        check_sound(record)
        for addition in reported:
            assert all(record.get_document(document) for document in addition["documents"])
            assert addition["address"] in record.find_addresses(record.get_document(addition["documents"][0]).source)
        again = list(record.add([ferries]))
        assert {each.outcome for each in again} <= {"known", "new", "copy"}
        assert [each.outcome for each in again[: len(reported)]] == ["known"] * len(reported)
        check_sound(record)
        assert (record.get_status().documents, record.get_status().unindexed) == (FILES - 3, 0)
        assert record.check("The ferry number 31 leaves at nine and is back").verdict == "verbatim"


@pytest.mark.parametrize("command", ["rule", "remove", "compact", "reindex", "backup"])
@pytest.mark.parametrize("seed", range(4 * TORTURE))
def test_killed_while_keeping_it_is_as_before_or_as_after(tmp_path: Path, sound: Path, command: str, seed: int) -> None:
    with open_record(sound) as record:
        (hit, *_) = record.search('"number 5"')
    arguments = {
        "rule": (hit.document, "--title", "Ferry", "--because", "x"),
        "remove": (hit.document, "--because", "x"),
        "backup": (str(tmp_path / "backup"),),
    }
    statement = random.Random(f"{command} {seed}").randrange(10, 60)
    line = [sys.executable, "-c", CUT, str(statement), command, *arguments.get(command, ()), "--record", str(sound)]
    done = subprocess.run(line, capture_output=True, check=False, timeout=60)
    assert done.returncode in {0, 9}, done.stderr
    with open_record(sound) as record:
        check_sound(record)
        shown = record.check("The ferry number 5 leaves at nine and is back")
        assert (shown.verdict == "verbatim") is not bool(record.find_tombstones())
        if command == "rule" and done.returncode == 0:
            assert shown.passages[0].title == "Ferry"
        record.compact()
        check_sound(record)


@pytest.mark.parametrize("seed", range(3 * TORTURE))
def test_two_that_add_at_once_end_well_or_one_says_that_it_is_busy(tmp_path: Path, ferries: Path, seed: int) -> None:
    path = tmp_path / "both.record"
    if seed % 2:
        open_record(path, create=True).close()
    processes = [start("add", ferries, "--record", path) for _ in range(2)]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        busy = process.returncode == 2 and "is busy" in errors and errors.count("\n") == 1
        assert process.returncode == 0 or busy, errors
    with open_record(path) as record:
        list(record.add([ferries]))
        check_sound(record)
        assert record.get_status().documents == FILES - 3


def test_a_record_that_stays_busy_says_so_in_one_line(
    sound: Path, ferries: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("onrecord.store.connection.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(sound / "record.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert call_run(monkeypatch, "add", ferries, "--record", sound) == 2
    assert "is busy" in capsys.readouterr().err
    other.close()


@pytest.mark.parametrize("seed", range(6 * TORTURE))
def test_a_disk_that_fills_up_under_a_source_is_one_line(
    tmp_path: Path, ferries: Path, seed: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left = random.Random(seed).randrange(2 * FILES)
    write, sync = Path.write_bytes, os.fsync

    def use() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def write_less(path: Path, data: bytes) -> int:
        use()
        return write(path, data)

    def sync_less(handle: int) -> None:
        use()
        sync(handle)

    monkeypatch.setattr(Path, "write_bytes", write_less)
    monkeypatch.setattr(os, "fsync", sync_less)
    monkeypatch.setattr("onrecord.intake.FILES_A_BATCH", 4)
    assert call_run(monkeypatch, "add", ferries, "--record", tmp_path / "full.record") == 2
    told = capsys.readouterr()
    assert (told.err.count("\n"), "No space left on device" in told.err) == (1, True)
    monkeypatch.undo()
    check_after_full_disk(tmp_path / "full.record", ferries, told.out)


@pytest.mark.parametrize("seed", range(6 * TORTURE))
def test_a_disk_that_fills_up_under_the_database_is_one_line(
    tmp_path: Path, ferries: Path, seed: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # SQLite's own writer, which is told that the disk holds no more pages than these.
    pages = random.Random(seed).randrange(50, 90)

    def open_small(path: Path) -> sqlite3.Connection:
        db = open_connection(path)
        db.execute(f"PRAGMA max_page_count = {pages}")
        return db

    monkeypatch.setattr("onrecord.store.schema.open_connection", open_small)
    monkeypatch.setattr("onrecord.intake.FILES_A_BATCH", 4)
    assert call_run(monkeypatch, "add", ferries, "--record", tmp_path / "full.record") == 2
    told = capsys.readouterr()
    assert (told.err.count("\n"), "is full" in told.err) == (1, True)
    monkeypatch.undo()
    check_after_full_disk(tmp_path / "full.record", ferries, told.out)


def check_after_full_disk(path: Path, ferries: Path, reported: str) -> None:
    with open_record(path) as record:
        check_sound(record)
        for line in reported.splitlines():
            assert all(record.get_document(document) for document in json.loads(line)["documents"])
        list(record.add([ferries]))
        check_sound(record)
        assert record.get_status().documents == FILES - 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte, where this machine lets one be made."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S607 - found as `mount` was


def test_a_disk_that_is_really_full_is_one_line(small_disk: Path, ferries: Path) -> None:
    record = small_disk / "full.record"
    process = start("add", ferries, "--record", record)
    reported, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.count("\n")) == (2, 1), errors
    assert "Traceback" not in errors
    copy = shutil.copytree(record, small_disk.parent / "copy.record")
    check_after_full_disk(copy, ferries, reported)


def test_a_folder_that_may_not_be_written_is_one_line(
    tmp_path: Path, ferries: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert call_run(monkeypatch, "add", ferries, "--record", tmp_path / "file/new.record") == 2
    assert capsys.readouterr().err.startswith("onrecord: Not a directory")


@pytest.mark.parametrize("seed", range(8 * TORTURE))
def test_a_flipped_bit_in_a_source_is_named(sound: Path, seed: int) -> None:
    source = random.Random(seed)
    path = source.choice(sorted(path for path in (sound / "sources").rglob("*") if path.is_file()))
    flip(path, source)
    with open_record(sound) as record:
        (finding,) = record.verify()
    assert finding.code == "verify-source-changed"
    assert finding.where.address.startswith("ferries/")


@pytest.mark.parametrize("seed", range(60 * TORTURE))
def test_a_flipped_bit_in_the_database_is_named_or_changes_nothing(sound: Path, seed: int) -> None:
    before = dump(sound)
    flip(sound / "record.sqlite", random.Random(seed))
    results = {question[0]: call(*question, "--record", sound) for question in QUESTIONS}
    for result in results.values():
        is_told = isinstance(result.exception, OnrecordError | SystemExit)
        assert result.exception is None or is_told, result.exc_info
    if results["verify"].exit_code == 0:
        assert dump(sound) == before


def dump(path: Path) -> list[object]:
    """Everything that the record holds, but for what is derived."""
    db = sqlite3.connect(path / "record.sqlite")
    try:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        kept = [name for name in names if not name.startswith("fulltext") and name != "segments"]
        return [sorted(map(repr, db.execute(f"SELECT * FROM {name}"))) for name in kept]  # noqa: S608
    except (sqlite3.DatabaseError, UnicodeError):
        return []
    finally:
        db.close()


@pytest.mark.parametrize("seed", range(30 * TORTURE))
def test_a_flipped_bit_in_the_index_is_named_and_mended(sound: Path, seed: int) -> None:
    source = random.Random(seed)
    files = sorted(path for path in (sound / "index").rglob("*") if path.is_file() and path.stat().st_size)
    flip(source.choice(files), source)
    result = call("check", "the ferry number 3 leaves at nine and is back", "--record", sound)
    assert result.exception is None or isinstance(result.exception, OnrecordError | SystemExit), result.exc_info
    with open_record(sound) as record:
        assert {finding.code for finding in record.verify()} == {"verify-index"}
        record.reindex()
        check_sound(record)
        assert record.check("the ferry number 3 leaves at nine and is back").verdict == "verbatim"
