from pathlib import Path

import pytest

from onrecord.errors import BadClaims
from onrecord.model import Claim
from onrecord.read import read_claims


def test_a_row_is_a_quotation_and_what_is_claimed_of_it(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('text,on\n"stone, by stone",2004\nbread,\n\n', encoding="utf-8")
    assert read_claims(path) == (Claim(text="stone, by stone", on="2004"), Claim(text="bread"))


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("by,on\nx,y\n", "no column 'text'"),
        ("text,who\nx,y\n", "'who' is not known"),
        ("text,by\n,Tolvey\n", "line 2 has no text"),
        ("text\nx,y\n", "2 cells for 1 columns"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(tmp_path: Path, table: str, reason: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(BadClaims, match=reason):
        read_claims(path)


def test_a_table_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadClaims, match="cannot be opened"):
        read_claims(tmp_path / "none.csv")
