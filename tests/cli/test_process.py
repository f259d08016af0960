"""The installed command in a process of its own: exit codes, streams, broken pipes."""

import os
import subprocess
import sys
from pathlib import Path


def call(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("onrecord")), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=60, env={**os.environ, **environment}
    )


def test_wrong_use_is_one_line_on_standard_error_and_2(tmp_path: Path) -> None:
    done = call("status", "--record", tmp_path / "nowhere.record")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("onrecord: no record at ")
    assert done.stderr.count("\n") == 1


def test_a_record_that_cannot_be_written_is_one_line_and_2(tmp_path: Path, speeches: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = call("add", speeches, "--record", tmp_path / "file")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_an_unknown_option_is_2() -> None:
    assert call("status", "--no-such-option").returncode == 2


def test_a_pipe_that_closes_early_is_no_traceback(tmp_path: Path, speeches: Path, office_file: Path) -> None:
    record = tmp_path / "r.record"
    call("add", speeches, "--office", office_file, "--record", record)
    onrecord = Path(sys.executable).with_name("onrecord")
    shell = f"'{onrecord}' search the --record '{record}' --format jsonl | true"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False, timeout=60)  # noqa: S607
    assert "Traceback" not in done.stderr


def test_no_terminal_means_no_colour(tmp_path: Path, speeches: Path, office_file: Path) -> None:
    record = tmp_path / "r.record"
    call("add", speeches, "--office", office_file, "--record", record)
    for environment in ({}, {"NO_COLOR": "1", "FORCE_COLOR": ""}):
        done = call("status", "--record", record, "--format", "table", **environment)
        assert "\x1b[" not in done.stdout
