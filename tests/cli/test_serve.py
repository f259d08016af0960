"""`onrecord serve` as a process."""

import http.client
import subprocess
import sys
import time
from pathlib import Path

from click.testing import CliRunner

from onrecord.cli.main import main
from onrecord.read import read_office
from onrecord.record import open_record


def test_it_opens_on_loopback_and_ends_when_told_to(tmp_path: Path, speeches: Path, office_file: Path) -> None:
    record = tmp_path / "harbour.record"
    with open_record(record, create=True) as opened:
        list(opened.add([speeches], office=read_office(office_file)))
    command = [str(Path(sys.executable).with_name("onrecord")), "serve", "--record", str(record), "--port", "18321"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert ask(18321, "/") == 200
        process.terminate()
        _, said = process.communicate(timeout=20)
    assert said.startswith(f"reading {record} at http://127.0.0.1:18321")
    assert "everybody" not in said


def test_the_help_says_what_another_host_means() -> None:
    said = " ".join(CliRunner().invoke(main, ["serve", "--help"]).stdout.split())
    assert "lets everybody who reaches it read the whole record" in said
    assert "Example:" in said


def test_a_record_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--record", str(tmp_path / "nowhere.record")])
    assert "no record at" in str(result.exception)


def ask(port: int, path: str) -> int:
    for _ in range(100):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        except ConnectionRefusedError:
            time.sleep(0.1)
        finally:
            connection.close()
    return 0
