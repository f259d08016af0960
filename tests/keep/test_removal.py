"""Removal, on the invented harbour office."""

from pathlib import Path

import pytest

from onrecord.errors import BadRuling, Removed
from onrecord.model import Passage
from onrecord.read import read_office
from onrecord.record import Record
from onrecord.store.sources import get_path


@pytest.fixture
def lamps(harbour: Record) -> Passage:
    (hit,) = harbour.search('"eleven dark years"')
    return hit


def test_every_id_of_what_was_removed_says_when_and_why(harbour: Record, lamps: Passage) -> None:
    tombstone = harbour.remove(lamps.document, because="published  by mistake")
    told = f"{lamps.document} was removed on {tombstone.removed.date()}, because published by mistake"
    with pytest.raises(Removed, match=told):
        harbour.get_document(lamps.document)
    with pytest.raises(Removed, match="published by mistake"):
        harbour.get_document(lamps.version)
    with pytest.raises(Removed, match="published by mistake"):
        harbour.get_passage(lamps.id)
    with pytest.raises(Removed, match="published by mistake"):
        harbour.remove(lamps.document, because="again")
    assert harbour.find_tombstones() == (tombstone,)
    assert (tombstone.versions, tombstone.addresses) == ((lamps.version,), ("speeches/2.txt",))


def test_its_words_are_in_no_file_of_the_record(harbour: Record, lamps: Passage, tmp_path: Path) -> None:
    harbour.check("guess where the rocks are")
    source = harbour.get_document(lamps.document).source
    harbour.remove(lamps.document, because="published by mistake")
    assert not get_path(tmp_path / "harbour.record/sources", source).exists()
    harbour.close()
    files = [path for path in (tmp_path / "harbour.record").rglob("*") if path.is_file()]
    assert not [
        path.name for path in files for word in (b"breakwater", b"eleven", b"rocks") if word in path.read_bytes()
    ]


def test_it_answers_no_question_any_more(harbour: Record, lamps: Passage) -> None:
    assert harbour.check("guess where the rocks are").verdict == "verbatim"
    harbour.remove(lamps.document, because="published by mistake")
    assert (
        harbour.check("No ship that comes to us in a storm should have to guess where the rocks are").verdict
        == "absent"
    )
    assert list(harbour.search("rocks")) == []
    assert list(harbour.verify()) == []
    assert harbour.get_status().documents == 1


def test_the_same_bytes_are_not_taken_in_again(
    harbour: Record, lamps: Passage, speeches: Path, office_file: Path
) -> None:
    harbour.remove(lamps.document, because="published by mistake")
    (speeches / "copy.txt").write_bytes((speeches / "2.txt").read_bytes())
    done = {each.address: each for each in harbour.add([speeches], office=read_office(office_file))}
    for address in ("speeches/2.txt", "speeches/copy.txt"):
        assert done[address].outcome == "refused"
        (finding,) = done[address].findings
        assert finding.code == "record-removed"
        assert "because published by mistake" in finding.message
    assert list(harbour.verify()) == []


def test_other_bytes_at_its_address_are_taken_in_with_a_note(harbour: Record, lamps: Passage, speeches: Path) -> None:
    harbour.remove(lamps.document, because="published by mistake")
    (speeches / "2.txt").write_text("The ferry leaves at nine, and nobody waits for the lamps.", encoding="utf-8")
    (added,) = harbour.add([speeches / "2.txt"])
    assert added.outcome == "new"
    assert [finding.code for finding in added.findings if finding.code.startswith("record-")] == [
        "record-removed-before"
    ]


def test_bytes_at_two_addresses_go_together(harbour: Record, tmp_path: Path) -> None:
    (hit,) = harbour.search('"ninety winters"')
    harbour.remove(hit.document, because="x")
    assert (harbour.get_status().addresses, harbour.get_status().sources) == (1, 1)
    files = [path for path in (tmp_path / "harbour.record/sources").rglob("*") if path.is_file()]
    assert len(files) == 1


def test_a_number_is_never_used_again(harbour: Record, lamps: Passage, speeches: Path) -> None:
    harbour.rule(lamps.document, "title", "Lamps", because="x")
    harbour.remove(lamps.document, because="x")
    (speeches / "new.txt").write_text(
        "The ferry leaves at nine and comes back when the bell is rung.", encoding="utf-8"
    )
    list(harbour.add([speeches / "new.txt"]))
    assert harbour.check("comes back when the bell is rung").verdict == "verbatim"
    assert list(harbour.verify()) == []


def test_a_ruling_on_it_is_an_orphan(harbour: Record, lamps: Passage) -> None:
    ruling = harbour.rule(lamps.document, "title", "Lamps", because="x")
    harbour.remove(lamps.document, because="x")
    (finding,) = harbour.find_findings(code="ruling-orphan")
    assert ruling.id in finding.message
    harbour.unrule(ruling.id)
    assert harbour.find_findings(code="ruling-orphan") == ()


def test_a_reason_is_asked_for(harbour: Record, lamps: Passage) -> None:
    with pytest.raises(BadRuling, match="say why"):
        harbour.remove(lamps.document, because="")
    assert harbour.find_tombstones() == ()
