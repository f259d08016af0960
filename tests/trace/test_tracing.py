"""Every case of tests/cases/trace/verdicts.txt."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.model import Quotation, Trace
from onrecord.trace import Index, Library, trace_quotation

CASES = Path(__file__).resolve().parents[1] / "cases" / "trace" / "verdicts.txt"
Tracer = Callable[..., Trace]


def read_cases() -> dict[str, dict[str, str]]:
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    parts = re.split(r"^== (.*)$", "\n".join(lines), flags=re.MULTILINE)
    return {title: read_fields(body) for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def read_fields(body: str) -> dict[str, str]:
    return {key: value.strip() for key, _, value in (line.partition(":") for line in body.strip().splitlines())}


@pytest.mark.parametrize("case", [pytest.param(case, id=title) for title, case in read_cases().items()])
def test_a_case_comes_out_as_written(case: dict[str, str], tracer: Tracer) -> None:
    trace = tracer(case["quote"], by=case.get("by", ""), on=case.get("on", ""))
    assert trace.verdict in case["verdict"].split(), trace.sentence
    if "at" in case:
        assert [passage.document.removeprefix("d") for passage in trace.passages] == case["at"].split()
    if "edits" in case:
        assert [edit.kind for edit in trace.edits] == case["edits"].split()
    raised = {flag.code for flag in trace.flags}
    assert set(case.get("flags", "").split()) <= raised
    assert raised.isdisjoint(case.get("no-flags", "").split())
    assert case.get("says", "") in trace.sentence


def test_a_document_is_never_a_passage_for_its_own_quotations(index: Index, shelf: Library) -> None:
    words = "We learned that patience is also a kind of seamanship."
    quotation = Quotation(text=words)
    assert len(trace_quotation(quotation, index, shelf).passages) == 2
    assert len(trace_quotation(quotation, index, shelf, exclude=frozenset({4})).passages) == 1
    assert trace_quotation(quotation, index, shelf, exclude=frozenset({4, 5})).verdict == "absent"


def test_a_quotation_without_words_is_absent(tracer: Tracer) -> None:
    assert tracer("— … —").verdict == "absent"


def test_every_passage_slices_to_its_text(tracer: Tracer, shelf: Library) -> None:
    texts = {f"d{number}": shelf.get_text(number) for number in range(7)}
    trace = tracer("For nineteen days in October no vessel entered the estuary")
    by_id = {shelf.get_document(number).id: text for number, text in enumerate(texts.values())}
    for passage in trace.passages:
        assert passage.span.slice(by_id[passage.document]) == passage.text
        assert passage.id == f"p{passage.version[1:]}.{passage.span.start}-{passage.span.end}"
