from pathlib import Path

import pytest

from onrecord.store.sources import get_hash, get_path, write_sources


def test_a_source_stands_under_its_hash(tmp_path: Path) -> None:
    sha256 = get_hash(b"the quay")
    write_sources(tmp_path, {sha256: b"the quay"})
    assert get_path(tmp_path, sha256).read_bytes() == b"the quay"
    assert get_path(tmp_path, sha256).parent.name == sha256[:2]


def test_writing_twice_leaves_one_file(tmp_path: Path) -> None:
    for _ in range(2):
        write_sources(tmp_path, {get_hash(b"the quay"): b"the quay"})
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        write_sources(tmp_path, {get_hash(data): data for data in (b"the quay", b"the lamps")})
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
