from pathlib import Path

import pytest

from onrecord.store.sources import get_path, write_source


def test_a_source_stands_under_its_hash(tmp_path: Path) -> None:
    sha256 = write_source(tmp_path, b"the quay")
    assert get_path(tmp_path, sha256).read_bytes() == b"the quay"
    assert get_path(tmp_path, sha256).parent.name == sha256[:2]


def test_writing_twice_leaves_one_file(tmp_path: Path) -> None:
    assert write_source(tmp_path, b"the quay") == write_source(tmp_path, b"the quay")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_source(tmp_path, b"the quay")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
