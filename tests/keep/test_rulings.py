"""Rulings, on the invented harbour office."""

from pathlib import Path

import pytest

from onrecord.errors import BadRuling, UnknownId
from onrecord.model import Passage
from onrecord.read import read_office
from onrecord.record import Record, open_record


def find(record: Record, words: str) -> Passage:
    (hit,) = record.search(f'"{words}"')
    return hit


@pytest.fixture
def lamps(harbour: Record) -> str:
    return find(harbour, "eleven dark years").document


def change(record: Record, folder: Path, office_file: Path, old: str, new: str) -> list[str]:
    path = folder / "2.txt"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = record.add([folder], office=read_office(office_file))
    return [finding.code for addition in done for finding in addition.findings]


def test_a_ruling_shows_everywhere(harbour: Record, lamps: str) -> None:
    assert harbour.check("guess where the rocks are").passages[0].date.edtf == "2006"
    harbour.rule(lamps, "date", "4 May 2005", because="the paper of that day")
    harbour.rule(lamps, "speaker", "Odo Brack", because="his name is on the tape")
    harbour.rule(lamps, "title", "The lamps are lit", because="so the programme says")
    doc, hit = harbour.get_document(lamps), find(harbour, "eleven dark years")
    passage = harbour.check("guess where the rocks are").passages[0]
    for shown in (doc, hit, passage):
        assert (shown.date.edtf, shown.speaker, shown.title) == ("2005-05-04", "Odo Brack", "The lamps are lit")
    assert harbour.get_status().speakers == {"Maren Tolvey": 1, "Odo Brack": 1}
    assert list(harbour.verify()) == []


def test_a_ruling_keeps_what_was_read_and_says_why(harbour: Record, lamps: str) -> None:
    ruling = harbour.rule(lamps, "date", "2005-05-04", because="the  paper")
    assert (ruling.before, ruling.value, ruling.because) == ("2006", "2005-05-04", "the paper")
    assert (ruling.document, ruling.address, ruling.id[0]) == (lamps, "speeches/2.txt", "r")
    assert harbour.find_rulings() == harbour.find_rulings(document=lamps) == (ruling,)
    assert harbour.get_document(lamps).date.clues[0].rule == "ruling"


def test_undoing_restores_what_was_read(harbour: Record, lamps: str) -> None:
    before = harbour.get_document(lamps)
    first = harbour.rule(lamps, "date", "2005", because="one")
    second = harbour.rule(lamps, "date", "2004", because="two")
    assert harbour.get_document(lamps).date.edtf == "2004"
    harbour.unrule(second.id)
    assert harbour.get_document(lamps).date.edtf == "2005"
    assert harbour.unrule(first.id) == first
    assert harbour.get_document(lamps) == before
    assert harbour.check("guess where the rocks are").passages[0].date == before.date
    assert list(harbour.verify()) == []


def test_a_name_that_the_record_knows_is_settled(harbour: Record, lamps: str) -> None:
    assert harbour.rule(lamps, "speaker", "the Harbour Master", because="x").value == "Maren Tolvey"


def test_a_ruling_holds_for_a_version_that_is_read_alike(
    harbour: Record, lamps: str, speeches: Path, office_file: Path
) -> None:
    harbour.rule(lamps, "date", "2005-05-04", because="the paper of that day")
    codes = change(harbour, speeches, office_file, "eleven", "twelve")
    assert codes == ["version-silent-edit"]
    doc = harbour.get_document(find(harbour, "twelve dark years").document)
    assert (doc.id, doc.date.edtf) == (lamps, "2005-05-04")
    harbour.unrule(harbour.find_rulings()[0].id)
    assert harbour.get_document(lamps).date.edtf == "2006"


def test_a_ruling_on_what_is_no_longer_stated_is_a_finding(
    harbour: Record, lamps: str, speeches: Path, office_file: Path
) -> None:
    ruling = harbour.rule(lamps, "date", "2005-05-04", because="the paper of that day")
    assert "ruling-outdated" in change(harbour, speeches, office_file, 'year="2006"', 'year="2007"')
    assert harbour.get_document(lamps).date.edtf == "2007"
    (finding,) = harbour.find_findings(code="ruling-outdated")
    assert ruling.id in finding.message
    harbour.unrule(ruling.id)
    assert harbour.find_findings(code="ruling-") == ()


def test_rulings_outlast_reindex_and_compact(harbour: Record, lamps: str, tmp_path: Path) -> None:
    harbour.rule(lamps, "speaker", "Odo Brack", because="x")
    harbour.compact()
    harbour.reindex()
    harbour.rule(lamps, "speaker", "Una Brack", because="y")
    harbour.close()
    with open_record(tmp_path / "harbour.record") as again:
        assert again.check("guess where the rocks are").passages[0].speaker == "Una Brack"
        assert again.get_status().unindexed == 0


def test_a_record_that_is_open_elsewhere_sees_the_ruling(harbour: Record, lamps: str, tmp_path: Path) -> None:
    with open_record(tmp_path / "harbour.record") as other:
        assert other.check("guess where the rocks are").passages[0].speaker == "Maren Tolvey"
        harbour.rule(lamps, "speaker", "Odo Brack", because="x")
        assert other.check("guess where the rocks are").passages[0].speaker == "Odo Brack"


def test_a_ruling_without_a_reason_or_a_document_is_refused(harbour: Record, lamps: str) -> None:
    with pytest.raises(BadRuling, match="say why"):
        harbour.rule(lamps, "title", "x", because=" ")
    with pytest.raises(UnknownId):
        harbour.rule("d0", "title", "x", because="y")
    for given in ("", "r0"):
        with pytest.raises(UnknownId, match="r \\(ruling\\)"):
            harbour.unrule(given)
    assert harbour.find_rulings() == ()
