from pathlib import Path

import pytest

from onrecord.export.changes import find_changes
from onrecord.record import open_record


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [
        ("a town without a quay is a town without bread", [("same", "a town without a quay is a town without bread")]),
        (
            "a town without a quay is a town without beer",
            [("same", "a town without a quay is a town without "), ("quoted", "beer"), ("source", "bread")],
        ),
        (
            "a town without a quay is without bread",
            [("same", "a town without a quay is "), ("source", "a town "), ("same", "without bread")],
        ),
    ],
)
def test_the_changes_hold_the_quotation_and_the_words_of_the_record(
    tmp_path: Path, speeches: Path, quoted: str, expected: list[tuple[str, str]]
) -> None:
    with open_record(tmp_path / "r.record", create=True) as record:
        list(record.add([speeches]))
        changes = list(find_changes(record.check(quoted)))
    assert [(change.kind, change.text) for change in changes] == expected
    assert "".join(change.text for change in changes if change.kind != "source") == quoted
