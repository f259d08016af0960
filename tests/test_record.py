"""The whole of it, on the invented harbour office: add, add again, check, search, verify."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import AddressTwice, BadDate, RecordMissing, UnknownId
from onrecord.model import Addition, Entry
from onrecord.read import read_office
from onrecord.record import Record, open_record
from onrecord.store.files import find_wanted
from onrecord.store.sources import get_path


@pytest.fixture
def record(tmp_path: Path, speeches: Path, office_file: Path) -> Iterator[Record]:
    with open_record(tmp_path / "harbour.record", create=True) as opened:
        add(opened, speeches, office_file)
        yield opened


def add(record: Record, folder: Path, office_file: Path) -> list[Addition]:
    return list(record.add([folder], office=read_office(office_file)))


def test_a_folder_becomes_documents_copies_and_findings(tmp_path: Path, speeches: Path, office_file: Path) -> None:
    with open_record(tmp_path / "harbour.record", create=True) as record:
        done = add(record, speeches, office_file)
    assert [addition.outcome for addition in done] == ["new", "new", "copy", "refused", "refused"]
    assert done[0].documents == done[2].documents
    assert [addition.findings[0].level for addition in done[3:]] == ["problem", "problem"]


def test_identical_bytes_are_one_document_at_two_addresses(record: Record) -> None:
    (hit,) = record.search('"ninety winters"')
    doc = record.get_document(hit.document)
    assert record.find_addresses(doc.source) == ("speeches/1.txt", "speeches/3.txt")


def test_adding_again_changes_nothing(record: Record, speeches: Path, office_file: Path) -> None:
    before = record.get_status()
    done = add(record, speeches, office_file)
    assert [addition.outcome for addition in done] == ["known", "known", "known", "refused", "refused"]
    assert record.get_status() == before


def test_the_office_file_gives_bare_files_their_speaker_and_the_header_their_year(record: Record) -> None:
    (hit,) = record.search('"ninety winters"')
    assert (hit.speaker, hit.date.edtf, hit.title) == ("Maren Tolvey", "2004", "Speech at the old quay")


def test_changed_bytes_at_an_address_are_a_new_version(record: Record, speeches: Path, office_file: Path) -> None:
    (before,) = record.search('"eleven dark years"')
    path = speeches / "2.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("eleven", "twelve"), encoding="utf-8")
    done = add(record, speeches, office_file)
    assert [addition.outcome for addition in done] == ["known", "version", "known", "refused", "refused"]
    (after,) = record.search('"twelve dark years"')
    assert after.document == before.document
    assert not list(record.search('"eleven dark years"'))
    assert [version.number for version in record.find_versions(after.document)] == [1, 2]
    assert record.get_passage(before.id).text == "eleven dark years"
    assert record.check("lit again last night after twelve dark years").verdict == "verbatim"
    assert record.check("lit again last night after eleven dark years").verdict == "altered"


def test_bytes_that_come_back_are_the_current_version_again(record: Record, speeches: Path, office_file: Path) -> None:
    path = speeches / "2.txt"
    first = path.read_bytes()
    for data in (first.replace(b"eleven", b"twelve"), first):
        path.write_bytes(data)
        add(record, speeches, office_file)
    (hit,) = record.search('"eleven dark years"')
    assert record.get_document(hit.document).version == hit.version
    assert not list(record.search('"twelve dark years"'))


LISTING = """The Harbour Office

The lamps are lit
The lamps are lit
After eleven dark years the lamps on the breakwater were lit last night, and every rock has its light again.
Ropes are dear
Ropes are dear
Captain Brandt told the keepers that ropes are dear, and that they will be dearer before the fair of salt.
"""


def test_items_of_a_listing_are_documents_that_stay_when_one_is_added_above(tmp_path: Path) -> None:
    page = tmp_path / "news.txt"
    page.write_text(LISTING, encoding="utf-8")
    with open_record(tmp_path / "harbour.record", create=True) as record:
        (first,) = record.add([page])
        newer = (
            "The Harbour Office\n\nQuay mended\nQuay mended\nThe old quay stands again, stone by stone, as promised.\n"
        )
        page.write_text(LISTING.replace("The Harbour Office\n\n", newer), encoding="utf-8")
        (second,) = record.add([page])
        titles = [record.get_document(given).title for given in second.documents]
        (hit,) = record.search('"every rock"')
        assert list(record.verify()) == []
    assert (first.outcome, second.outcome) == ("new", "version")
    assert titles == ["Quay mended", "The lamps are lit", "Ropes are dear"]
    assert second.documents[1:] == first.documents
    assert (hit.form, hit.document) == ("listing", first.documents[0])


def test_the_same_words_under_two_years_are_a_finding(record: Record, speeches: Path, office_file: Path) -> None:
    text = (speeches / "1.txt").read_text(encoding="utf-8")
    (speeches / "4.txt").write_text(text.replace("2004", "2009"), encoding="utf-8")
    done = {addition.address: addition for addition in add(record, speeches, office_file)}
    (finding,) = done["speeches/4.txt"].findings
    assert finding.code == "record-copies-conflict"
    assert "2009 here, 2004 there" in finding.message


def test_a_check_finds_the_words_and_says_whose_they_are(record: Record) -> None:
    trace = record.check("a town without a quay is a town without bread", by="the Harbour Master", on="2004")
    assert (trace.verdict, trace.flags[:0]) == ("verbatim", ())
    assert trace.passages[0].speaker == "Maren Tolvey"
    assert record.get_passage(trace.passages[0].id).text == trace.passages[0].text


def test_a_draft_is_no_evidence_for_its_own_quotations(record: Record, tmp_path: Path) -> None:
    draft = b'# News\n\nShe said: "The tide keeps no diary and the gulls keep no secrets from the fishwives."\n'
    (tmp_path / "draft.md").write_bytes(draft)
    list(record.add([tmp_path / "draft.md"]))
    (trace,) = record.audit(draft, address="draft.md").traces
    assert trace.verdict == "absent"


def test_verify_is_silent_on_a_sound_record(record: Record) -> None:
    assert list(record.verify()) == []


def test_verify_names_a_flipped_byte_in_a_source(record: Record, tmp_path: Path) -> None:
    (hit,) = record.search('"eleven dark years"')
    path = get_path(tmp_path / "harbour.record" / "sources", record.get_document(hit.document).source)
    path.write_bytes(path.read_bytes().replace(b"eleven", b"fleven"))
    assert [finding.code for finding in record.verify()] == ["verify-source-changed"]


def test_verify_names_a_changed_text_in_the_database(record: Record) -> None:
    record._db.execute("UPDATE versions SET text = replace(text, 'ninety', 'eighty')")  # noqa: SLF001
    codes = {finding.code for finding in record.verify()}
    assert {"verify-document-changed", "verify-search"} <= codes


def test_a_lost_index_is_built_again(record: Record, tmp_path: Path) -> None:
    record.close()
    shutil.rmtree(tmp_path / "harbour.record" / "index")
    with open_record(tmp_path / "harbour.record") as again:
        assert again.check("a town without a quay is a town without bread").verdict == "verbatim"
        assert list(again.verify()) == []


def test_a_damaged_index_is_named_and_reindex_mends_it(record: Record, tmp_path: Path) -> None:
    record.close()
    for path in (tmp_path / "harbour.record" / "index").rglob("*"):
        if path.is_file() and path.stat().st_size:
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)
    with open_record(tmp_path / "harbour.record") as again:
        assert "verify-index" in {finding.code for finding in again.verify()}
        again.reindex()
        assert list(again.verify()) == []


@pytest.mark.parametrize("given", ["", "d0", "v0", "p0.1-2", "x", "p.", "p0", "pppp.9-8"])
def test_an_unknown_id_says_what_ids_look_like(record: Record, given: str) -> None:
    with pytest.raises(UnknownId, match="begin with d"):
        record.get_passage(given) if given.startswith("p") else record.get_document(given)


def test_a_date_that_cannot_be_read_is_an_error(record: Record) -> None:
    with pytest.raises(BadDate, match="cannot read"):
        record.check("a town without bread", on="next Tuesday week")


def test_opening_what_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(RecordMissing, match="onrecord add"):
        open_record(tmp_path / "nowhere.record")
    assert not (tmp_path / "nowhere.record").exists()


def test_two_files_for_one_address_are_refused_before_anything_is_added(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / "speeches").mkdir(parents=True)
        (tmp_path / name / "speeches" / "1.txt").write_text(f"The words of {name}.\n", encoding="utf-8")
    folders = [tmp_path / name / "speeches" for name in ("a", "b")]
    with pytest.raises(AddressTwice, match=r"speeches/1\.txt"):
        list(find_wanted(folders, ()))
    addresses = [address for _, address, _ in find_wanted([tmp_path], ()) if "speeches" in address]
    assert addresses == [f"{tmp_path.name}/a/speeches/1.txt", f"{tmp_path.name}/b/speeches/1.txt"]


def test_a_file_that_the_manifest_names_and_nobody_finds_is_a_finding(record: Record, tmp_path: Path) -> None:
    (done,) = record.add([], entries=[(tmp_path / "gone.txt", Entry(path="gone.txt"))])
    assert (done.outcome, [finding.code for finding in done.findings]) == ("refused", ["read-unreadable"])


def test_what_was_empty_is_read_when_it_has_words(record: Record, speeches: Path, office_file: Path) -> None:
    searched = record.check("no such words anywhere in this harbour").searched
    path = speeches / "10.txt"
    path.write_text(path.read_text(encoding="utf-8") + "The keepers have their pay at last.\n", encoding="utf-8")
    add(record, speeches, office_file)
    assert not [f for f in record.find_findings(code="read-") if f.where.address == "speeches/10.txt"]
    assert record.check("no such words anywhere in this harbour").searched.unreadable == searched.unreadable - 1


def test_a_finding_of_a_new_version_names_the_document_of_the_record(
    record: Record, speeches: Path, office_file: Path
) -> None:
    path = speeches / "2.txt"
    path.write_text(path.read_text(encoding="utf-8") + "The rest [is lost.\n", encoding="utf-8")
    (done,) = [addition for addition in add(record, speeches, office_file) if addition.outcome == "version"]
    assert [finding.code for finding in done.findings if finding.code.startswith("read-")]
    assert {finding.where.document for finding in done.findings} == set(done.documents)


def test_the_same_bytes_said_to_be_somebody_elses_are_a_finding(record: Record, speeches: Path) -> None:
    entry = Entry(path="5.txt", speaker="Odo Brandt", date="2011-01-01")
    (speeches / "5.txt").write_bytes((speeches / "1.txt").read_bytes())
    (done,) = record.add([], entries=[(speeches / "5.txt", entry)])
    assert done.outcome == "copy"
    (finding,) = done.findings
    assert finding.code == "record-facts-conflict"
    assert "Maren Tolvey is kept, Odo Brandt is said here" in finding.message


def test_an_earlier_version_of_a_draft_is_no_evidence_for_it(record: Record, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(
        '# News\n\nShe said: "The gulls keep no secrets from the fishwives of the harbour."\n', encoding="utf-8"
    )
    list(record.add([draft]))
    data = draft.read_bytes() + b"\nMore to come.\n"
    (trace,) = record.audit(data, address=f"{tmp_path.name}/draft.md").traces
    assert trace.verdict == "absent"


NEWS = "The Harbour Office\n\n" + "".join(
    f"{title}\n{title}\n{summary}\n"
    for title, summary in (
        ("The lamps are lit", "The keepers climbed the stairs and lit the lamps of the breakwater again."),
        ("The quay will rise", "The masons of the town began to lay the first stones of the quay today."),
        ("Bread for the town", "The ferry brought flour for six hundred loaves and the bakers worked all night."),
        ("The fair opens", "Odo Brandt opened the fair of the rope makers with a dry throat and few words."),
    )
)


def test_an_item_that_has_left_its_page_stays_in_the_record(record: Record, tmp_path: Path) -> None:
    page = tmp_path / "news.txt"
    page.write_text(NEWS, encoding="utf-8")
    (before,) = record.add([page])
    assert len(before.documents) == 4
    page.write_text(NEWS[: NEWS.index("The fair opens")], encoding="utf-8")
    list(record.add([page]))
    (hit,) = record.search('"opened the fair of the rope makers"')
    assert hit.document == before.documents[3]
    assert record.check("opened the fair of the rope makers with a dry throat").verdict == "verbatim"


def test_an_item_that_comes_back_goes_on_where_it_left_off(record: Record, tmp_path: Path) -> None:
    page = tmp_path / "news.txt"
    shorter = NEWS[: NEWS.index("The fair opens")]
    versions = []
    for text in (NEWS, shorter, NEWS.replace("few words", "no words")):
        page.write_text(text, encoding="utf-8")
        (done,) = record.add([page])
        versions.append(done)
    assert versions[2].documents == versions[0].documents
    assert [version.number for version in record.find_versions(versions[0].documents[3])] == [1, 2]


def test_an_empty_moment_does_not_break_the_chain_of_versions(
    record: Record, speeches: Path, office_file: Path
) -> None:
    path = speeches / "2.txt"
    text = path.read_text(encoding="utf-8")
    for changed in ("", text.replace("should have to guess", "should never have to guess")):
        path.write_text(changed, encoding="utf-8")
        done = add(record, speeches, office_file)[1]
    assert done.outcome == "version"
    assert "version-silent-edit" in {finding.code for finding in done.findings}
    assert [version.number for version in record.find_versions(done.documents[0])] == [1, 2]


def test_words_that_stand_on_many_pages_are_one_finding_a_page(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "notices"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"The harbour is closed today.\n{' ' * number}\n", encoding="utf-8")
    assert max(len(addition.findings) for addition in record.add([folder])) <= 2
