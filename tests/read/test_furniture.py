import pytest

from onrecord.model import Office
from onrecord.read.furniture import clear_furniture
from onrecord.read.lines import split_lines


@pytest.mark.parametrize(
    ("line", "kept", "cut"),
    [
        ("Fair pay.</p>", "Fair pay.", ["</p>"]),
        ("Fair pay. </b> </p> ", "Fair pay. ", ["</b> </p>"]),
        ("</page>", "", ["</page>"]),
        ("a < b and c/> d</1>", "a < b and c/> d</1>", []),
        ("Fair <b>pay</b> now", "Fair <b>pay</b> now", []),
        ("* * *", "", ["* * *"]),
        ("--", "--", []),
        ("  the HARBOUR  Office ", "", ["the HARBOUR  Office"]),
        ("The Harbour Office said no.", "The Harbour Office said no.", []),
    ],
)
def test_furniture_is_taken_out_of_its_line(line: str, kept: str, cut: list[str]) -> None:
    cleared = clear_furniture(split_lines(line), Office(site_names=("The Harbour Office",)))
    assert [shown.text for shown in cleared.lines] == [kept]
    assert [part.text for part in cleared.furniture] == cut
    assert all(part.source_span.slice(line) == part.text for part in cleared.furniture)


def test_a_line_of_many_tags_is_read_at_once() -> None:
    line = "quay" + "</a> " * 20_000
    assert [shown.text for shown in clear_furniture(split_lines(line), Office()).lines] == ["quay"]
