import os
import time
from pathlib import Path

from onrecord.record import Record


def add_ferries(record: Record, folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        path = folder / f"{number}.txt"
        path.write_text(f"The ferry number {number} leaves at nine and is back by {number}.", encoding="utf-8")
        list(record.add([path]))


def test_many_segments_become_one(harbour: Record, tmp_path: Path) -> None:
    add_ferries(harbour, tmp_path / "more", 5)
    (hit,) = harbour.search('"eleven dark years"')
    harbour.rule(hit.document, "title", "Lamps", because="x")
    harbour.compact()
    status = harbour.get_status()
    assert (status.segments, status.unindexed) == (1, 0)
    assert len(list((tmp_path / "harbour.record/index").iterdir())) == 1
    assert harbour.check("guess where the rocks are").passages[0].title == "Lamps"
    assert harbour.check("The ferry number 3 leaves at nine and is back by 3").verdict == "verbatim"
    assert list(harbour.verify()) == []


def test_what_an_interrupted_add_left_behind_goes(harbour: Record, tmp_path: Path) -> None:
    sources = tmp_path / "harbour.record/sources"
    stray = sources / "ab" / ("c" * 62)
    stray.parent.mkdir(exist_ok=True)
    old, young = sources / "incoming-old", sources / "incoming-young"
    for path in (stray, old, young):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 7200,) * 2)
    harbour.compact()
    assert [path.exists() for path in (stray, old, young)] == [False, False, True]
    assert list(harbour.verify()) == []


def test_compacting_twice_changes_nothing(harbour: Record) -> None:
    harbour.compact()
    before = harbour.get_status()
    harbour.compact()
    assert harbour.get_status() == before
