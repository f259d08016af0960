"""The main job on real input: an office's transcripts become a record, and an essay of dated quotations is audited."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from onrecord.model import Addition, Trace
from onrecord.read import read_office
from onrecord.record import Record, open_record

ROOT = Path(__file__).parents[1]
ESSAY = "seeds/004_e75f669c3e614d04.txt"

# The address of each dated quotation that has a source in `leader_en`, by eye; the others have none there.
SOURCES = {
    (2005, 8, 24): "leader_en/118.txt",
    (2014, 2, 8): "leader_en/564.txt",
    (2006, 8, 21): "leader_en/170.txt",
    (2015, 9, 3): "leader_en/591.txt",
    (2011, 9, 17): "leader_en/392.txt",
    (2014, 3, 26): "leader_en/557.txt",
    (2009, 5, 12): "leader_en/306.txt",
    (2013, 4, 29): "leader_en/519.txt",
}


@pytest.fixture(scope="module")
def added(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Addition]]:
    path = tmp_path_factory.mktemp("real") / "leader.record"
    office = read_office(ROOT / "examples/leader.toml")
    with open_record(path, create=True) as record:
        return path, list(record.add([shared / "corpora/leader_en"], office=office))


@pytest.fixture(scope="module")
def record(added: tuple[Path, list[Addition]]) -> Record:
    return open_record(added[0])


@pytest.fixture(scope="module")
def dated(record: Record, shared: Path) -> tuple[Trace, ...]:
    path = shared / ESSAY
    traces = record.audit(path.read_bytes(), address=path.name).traces
    return tuple(trace for trace in traces if trace.quotation.on)


def get_day(trace: Trace) -> tuple[int, int, int]:
    assert trace.quotation.on is not None
    assert trace.quotation.on.earliest is not None
    day: dt.date = trace.quotation.on.earliest
    return day.year, day.month, day.day


def test_every_file_is_a_document_a_copy_or_a_finding(added: tuple[Path, list[Addition]]) -> None:
    texts = [addition for addition in added[1] if addition.address.endswith(".txt")]
    assert Counter(addition.outcome for addition in texts) == {"new": 643, "copy": 12, "refused": 12}
    refused = [addition.findings for addition in added[1] if addition.outcome == "refused"]
    assert all(findings for findings in refused)


def test_a_list_of_links_is_no_transcript(added: tuple[Path, list[Addition]]) -> None:
    (links,) = [addition for addition in added[1] if addition.address.endswith("/LINKS")]
    assert links.outcome == "refused"


def test_one_speech_under_two_years_is_a_finding(added: tuple[Path, list[Addition]], record: Record) -> None:
    conflicts = record.find_findings(code="record-copies-conflict")
    documents = {addition.address: addition.documents for addition in added[1]}
    assert [(finding.where.document,) for finding in conflicts] == [documents["leader_en/562.txt"]]
    assert "2014 here, 2010 there" in conflicts[0].message


def test_titles_are_free_of_entities(added: tuple[Path, list[Addition]], record: Record) -> None:
    titles = [record.get_document(document).title for addition in added[1] for document in addition.documents]
    assert not [title for title in titles if "&" in title and ";" in title]
    assert not [title for title in titles if title != title.strip()]


def test_the_record_verifies(record: Record) -> None:
    assert list(record.verify()) == []


def test_all_eighteen_dated_quotations_have_a_verdict(dated: tuple[Trace, ...]) -> None:
    assert len(dated) == 18
    assert not {trace.verdict for trace in dated} & {"verbatim", "same-words", "marked"}


def test_the_ten_with_a_source_name_its_document(dated: tuple[Trace, ...], record: Record) -> None:
    found = [trace for trace in dated if get_day(trace) in SOURCES]
    assert len(found) == 10
    for trace in found:
        assert trace.verdict in {"altered", "reworded", "spliced"}, trace.quotation.text
        first = record.get_document(trace.passages[0].document)
        assert SOURCES[get_day(trace)] in record.find_addresses(first.source), trace.quotation.text


def test_the_eight_without_a_source_are_absent_or_ambiguous(dated: tuple[Trace, ...]) -> None:
    others = [trace for trace in dated if get_day(trace) not in SOURCES]
    assert len(others) == 8
    assert [trace.verdict for trace in others if trace.verdict not in {"absent", "ambiguous"}] == []


def test_the_quotation_of_the_basij_is_altered(record: Record, dated: tuple[Trace, ...]) -> None:
    (cited,) = [trace for trace in dated if get_day(trace) == (2005, 8, 24)]
    trace = record.check(cited.quotation.text, by="Khamenei", on="2005-08-24")
    assert trace.verdict == "altered"
    assert "values" in trace.sentence
    assert not [flag for flag in trace.flags if flag.code in {"misattributed", "misdated"}]
