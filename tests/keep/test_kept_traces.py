"""What happens to the kept traces of the record's own quotations when the quoted document is ruled on or removed."""

from pathlib import Path

import pytest

from onrecord.read import read_office
from onrecord.record import Record

QUOTED = "No ship that comes to us in a storm should have to guess where the rocks are"


@pytest.fixture
def lamps(harbour: Record, tmp_path: Path) -> str:
    """The id of the quoted speech; an article that quotes it is in the record, and the traces are kept."""
    path = tmp_path / "news.md"
    path.write_text(f"# News\n\nMaren Tolvey said last night: “{QUOTED}.” Nobody doubted it.\n", encoding="utf-8")
    list(harbour.add([path]))
    harbour.keep_traces(harbour.trace(quotation) for quotation in harbour.find_own_quotations())
    (hit,) = harbour.search('"eleven dark years"')
    return hit.document


def test_a_ruling_shows_in_the_kept_traces_and_goes_with_its_undoing(harbour: Record, lamps: str) -> None:
    ruling = harbour.rule(lamps, "title", "The lamps are lit", because="so the programme says")
    assert [trace.passages[0].title for trace in harbour.find_quoting(lamps)] == ["The lamps are lit"]
    harbour.unrule(ruling.id)
    assert [trace.passages[0].title for trace in harbour.find_quoting(lamps)] == ["Speech at the lamps"]
    assert list(harbour.verify()) == []


def test_a_quotation_of_what_was_removed_is_absent(harbour: Record, lamps: str) -> None:
    (before,) = harbour.find_quoting(lamps)
    harbour.remove(lamps, because="published by mistake")
    (after,) = harbour.find_traces(before.quotation.document)
    assert (before.verdict, after.verdict, after.passages) == ("verbatim", "absent", ())
    assert list(harbour.verify()) == []


def test_a_quotation_is_traced_anew_when_the_quoted_page_changes(
    harbour: Record, lamps: str, speeches: Path, office_file: Path
) -> None:
    (before,) = harbour.find_quoting(lamps)
    path = speeches / "2.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("rocks", "reefs"), encoding="utf-8")
    list(harbour.add([speeches], office=read_office(office_file)))
    (after,) = harbour.find_traces(before.quotation.document)
    assert (before.verdict, after.verdict == "verbatim") == ("verbatim", False)
    assert {passage.version for passage in after.passages} <= {harbour.get_document(lamps).version}


def test_the_traces_of_what_was_removed_go_with_it(harbour: Record, lamps: str) -> None:
    (trace,) = harbour.find_quoting(lamps)
    harbour.remove(trace.quotation.document, because="published by mistake")
    assert harbour.find_quoting(lamps) == ()
    assert list(harbour.verify()) == []


def test_a_changed_trace_is_named(harbour: Record, lamps: str) -> None:
    harbour._db.execute("UPDATE traces SET body = replace(body, 'storm', 'calm')")  # noqa: SLF001
    assert [finding.message for finding in harbour.verify()] == ["row 1 of the table traces has changed"]
    assert harbour.find_quoting(lamps)
