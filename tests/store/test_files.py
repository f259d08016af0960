from pathlib import Path

import pytest

from onrecord.errors import PathMissing
from onrecord.model import Entry
from onrecord.store.files import find_files, find_wanted


def test_files_come_in_natural_order_with_addresses_below_the_folder(speeches: Path) -> None:
    addresses = [address for _, address in find_files([speeches])]
    assert addresses == [f"speeches/{name}" for name in ("1.txt", "2.txt", "3.txt", "10.txt", "noise.bin")]


def test_a_file_named_alone_has_the_address_that_its_folder_gives_it(speeches: Path) -> None:
    ((_, address),) = find_files([speeches / "1.txt"])
    assert address == "speeches/1.txt"


def test_hidden_files_are_left_out(speeches: Path) -> None:
    (speeches / ".DS_Store").write_bytes(b"x")
    assert all(".DS_Store" not in address for _, address in find_files([speeches]))


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PathMissing, match="no file or folder"):
        list(find_files([tmp_path / "nowhere"]))


def test_a_manifest_alone_names_the_files(speeches: Path) -> None:
    entry = Entry(path="1.txt", url="https://selwick.example/quay")
    wanted = list(find_wanted([], [(speeches / "1.txt", entry)]))
    assert [(address, given) for _, address, given in wanted] == [("https://selwick.example/quay", entry)]


def test_a_manifest_beside_a_folder_speaks_of_its_own_files_only(speeches: Path) -> None:
    wanted = list(find_wanted([speeches], [(speeches / "2.txt", Entry(path="2.txt", title="Lamps"))]))
    assert [entry.title for _, _, entry in wanted if entry] == ["Lamps"]
    assert len(wanted) == 5
