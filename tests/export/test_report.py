from pathlib import Path

from onrecord.export.report import write_report
from onrecord.record import open_record


def test_the_page_shows_the_change_and_escapes_every_text(tmp_path: Path, speeches: Path) -> None:
    with open_record(tmp_path / "r.record", create=True) as record:
        list(record.add([speeches]))
        trace = record.check("a town without a quay is a town without <script>beer</script>", by="<b>Tolvey</b>")
    page = write_report((trace,), draft="<i>draft</i>.md", citations=("A & B",))
    assert "<ins>bread</ins>" in page
    assert "<script>" not in page
    assert "<b>" not in page
    assert "&lt;i&gt;draft&lt;/i&gt;.md" in page
    assert "A &amp; B" in page
