"""Where the real data is, and an invented office to test with."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from onrecord.read import read_office
from onrecord.record import Record, open_record

ROOT = Path(__file__).parents[1]

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

OFFICE = """
publisher = "Harbour Office of Port Selwick"
form = "transcript"
completeness = "lossy"
header = '<meta year="(?P<year>[^"]*)" title="(?P<title>[^"]*)"/?>'

[speaker]
name = "Maren Tolvey"
aliases = ["Harbour Master Tolvey"]
titles = ["the Harbour Master"]
"""

QUAY = (
    "Good people of the harbour, the old quay has stood for ninety winters and it will not stand for ten more. "
    "We shall rebuild it stone by stone, because a town without a quay is a town without bread. "
    "The masons of Selwick have promised me their spring, and I have promised them fair pay."
)
LIGHTS = (
    "The lamps on the breakwater were lit again last night after eleven dark years. "
    "No ship that comes to us in a storm should have to guess where the rocks are. "
    "I thank the keepers, who climbed those stairs without pay when the council had forgotten them."
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts; a test that needs it is skipped where it is missing."""
    path = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
    if not path.is_dir():
        pytest.skip(f"no real texts at {path}: set $ONRECORD_SHARED")
    return path


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    """The office file of the invented harbour office."""
    path = tmp_path / "harbour.toml"
    path.write_text(OFFICE, encoding="utf-8")
    return path


@pytest.fixture
def speeches(tmp_path: Path) -> Path:
    """A folder with two of its speeches, one copy, one file without text and one that is no text at all."""
    folder = tmp_path / "speeches"
    folder.mkdir()
    quay = f'\n<meta year="2004" title="Speech at the old quay"/>\n{QUAY}\n'
    (folder / "1.txt").write_text(quay, encoding="utf-8")
    (folder / "2.txt").write_text(f'<meta year="2006" title="Speech at the lamps"/>\n{LIGHTS}\n', encoding="utf-8")
    (folder / "3.txt").write_text(quay, encoding="utf-8")
    (folder / "10.txt").write_text('\n<meta year="2007" title="Speech to the keepers"/>\n\n', encoding="utf-8")
    (folder / "noise.bin").write_bytes(bytes(range(256)) * 8)
    return folder


@pytest.fixture
def harbour(tmp_path: Path, speeches: Path, office_file: Path) -> Iterator[Record]:
    """An open record of the two speeches, at `harbour.record`."""
    for name in ("10.txt", "noise.bin"):
        (speeches / name).unlink()
    with open_record(tmp_path / "harbour.record", create=True) as opened:
        list(opened.add([speeches], office=read_office(office_file)))
        yield opened
