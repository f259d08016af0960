from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import batch
from onrecord.model import Quotation
from onrecord.read import read_office
from onrecord.record import Record, open_record

ESSAY = """# What the harbour was told

In 2004 Maren Tolvey said that "a town without a quay is a town without bread". [Maren Tolvey, 2004]

She also said: "The bell at the end of the mole shall ring for every boat that comes home late." [Maren Tolvey, 2008]
"""
BELL = """<meta year="2008" title="Speech at the mole"/>
Friends of the sea, the mole is finished and the debt is paid.
The bell at the end of the mole shall ring for every boat that comes home late.
It was cast from the chains that once closed this harbour.
"""


@pytest.fixture
def record(tmp_path: Path, speeches: Path, office_file: Path) -> Iterator[Record]:
    (speeches / "essay.md").write_text(ESSAY, encoding="utf-8")
    with open_record(tmp_path / "harbour.record", create=True) as opened:
        list(opened.add([speeches / "1.txt", speeches / "2.txt"], office=read_office(office_file)))
        list(opened.add([speeches / "essay.md"]))
        yield opened


def link(record: Record) -> None:
    record.keep_traces(batch.trace_quotations(record, record.find_own_quotations()))


def test_a_quotation_of_the_record_leads_to_its_transcript_and_back(record: Record) -> None:
    link(record)
    (hit,) = record.search('"ninety winters"')
    (quoting,) = record.find_quoting(hit.document)
    assert quoting.verdict == "verbatim"
    essay = record.get_document(quoting.quotation.document)
    assert quoting.quotation.pieces[0].slice(essay.text) == quoting.quotation.text
    assert [trace.verdict for trace in record.find_traces(essay.id)] == ["verbatim", "absent"]


def test_what_was_absent_is_traced_again_when_its_transcript_comes(
    record: Record, speeches: Path, office_file: Path
) -> None:
    link(record)
    (speeches / "5.txt").write_text(BELL, encoding="utf-8")
    list(record.add([speeches / "5.txt"], office=read_office(office_file)))
    (hit,) = record.search('"chains that once closed"')
    assert [trace.verdict for trace in record.find_quoting(hit.document)] == ["verbatim"]


def test_tracing_twice_keeps_each_trace_once(record: Record) -> None:
    link(record)
    link(record)
    (document,) = {quotation.document for quotation in record.find_own_quotations()}
    assert len(record.find_traces(document)) == 2


def test_processes_give_the_same_answers_in_the_same_order(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["a town without a quay is a town without bread", "no such words were ever said by any gull"] * 4
    quotations = [Quotation(text=text) for text in texts]
    alone = list(batch.trace_quotations(record, quotations))
    monkeypatch.setattr(batch, "QUOTATIONS_WORTH_A_PROCESS", 1)
    assert list(batch.trace_quotations(record, quotations)) == alone
