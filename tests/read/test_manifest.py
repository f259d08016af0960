import re
from pathlib import Path

import pytest

from onrecord.errors import BadManifest
from onrecord.model import Entry
from onrecord.read import read_manifest

PAGE = (Path(__file__).parents[2] / "docs" / "offices.md").read_text(encoding="utf-8")


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "files.csv"
    path.write_bytes(text.encode())
    return path


def test_the_example_of_the_documentation_is_a_manifest(tmp_path: Path) -> None:
    example = next(block for block in PAGE.split("```\n") if block.startswith("path,"))
    assert read_manifest(write(tmp_path, example)) == (
        Entry(
            path="1.txt",
            url="https://harbour.example/1",
            title="Speech at the old quay",
            date="2004-05-17",
            speaker="Maren Tolvey",
        ),
        Entry(path="2.txt", speaker="Odo Brandt"),
    )


def test_any_order_quoted_cells_short_rows_and_a_byte_order_mark_will_do(tmp_path: Path) -> None:
    text = '\ufefftitle, path\r\n"Quay, old ""and"" new\nlamps",1.txt\r\n\r\n,2.txt\r\n'
    assert read_manifest(write(tmp_path, text)) == (
        Entry(path="1.txt", title='Quay, old "and" new\nlamps'),
        Entry(path="2.txt"),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "its first line names no column 'path'"),
        ("title,date\nQuay,2004\n", "its first line names no column 'path'"),
        ("path,author\n1.txt,Tolvey\n", "the column 'author' is not known"),
        ("path,path\n1.txt,2.txt\n", "the column 'path' stands twice"),
        ("path,title\n1.txt,Quay,2004\n", "line 2 has 3 cells for 2 columns"),
        ("path,title\n1.txt,Quay\n,Lamps\n", "line 3 has no path"),
        ("path\n1.txt\n2.txt\n1.txt\n", "'1.txt' stands in it twice"),
        ('path\n"1.txt\n', "line 2: unexpected end of data"),
    ],
)
def test_a_manifest_that_cannot_be_used_says_why(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(BadManifest, match=re.escape(reason)):
        read_manifest(write(tmp_path, text))


def test_a_manifest_that_cannot_be_opened_or_decoded_says_why(tmp_path: Path) -> None:
    with pytest.raises(BadManifest, match="cannot be opened"):
        read_manifest(tmp_path / "missing.csv")
    path = tmp_path / "latin.csv"
    path.write_bytes(b"path\nGr\xf6\xdfe.txt\n")
    with pytest.raises(BadManifest, match="is not UTF-8"):
        read_manifest(path)
