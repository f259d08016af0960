"""The date of a document: the cases of `tests/cases/date/documents.txt`."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from onrecord.date import date_document
from onrecord.model import Document, Fact, Office, Span

CASES = Path(__file__).parents[1] / "cases" / "date" / "documents.txt"


class Case(NamedTuple):
    title: str
    parts: dict[str, str]


def read_cases() -> Iterator[Case]:
    for chunk in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, rest = chunk.partition("\n")
        parts = dict(part.partition("\n")[::2] for part in f"\n{rest.strip()}".split("\n--- ")[1:])
        yield Case(title, {name: text.strip("\n") for name, text in parts.items()})


def build_document(facts: tuple[Fact, ...]) -> Document:
    return Document(id="d1", version="v1", source="0", form="transcript", title="", text="The quay.", facts=facts)


def parse_fact(line: str) -> Fact:
    head, _, text = line.partition(" |")
    origin, name = head.split()
    return msgspec.convert({"name": name, "origin": origin, "text": text.strip()}, Fact)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases()])
def test_a_document_is_dated_as_its_case_says(case: Case) -> None:
    office = msgspec.convert(tomllib.loads(case.parts.get("office", "")), Office)
    facts = tuple(parse_fact(line) for line in case.parts["facts"].splitlines())
    doc, findings = date_document(build_document(facts), office)
    dating = doc.date
    assert [
        f"date | {dating.edtf or 'nothing'} | {dating.precision}",
        f"clues | {', '.join(clue.rule for clue in dating.clues) or 'none'}",
        f"findings | {'; '.join(f'{each.code}: {each.message}' for each in findings) or 'none'}",
    ] == case.parts["expected"].splitlines()


def test_a_finding_says_where_in_the_document_it_was_read() -> None:
    span = Span(start=4, end=8)
    fact = Fact(name="date", text="quay", origin="heading", span=span)
    _, (finding,) = date_document(build_document((fact,)), Office())
    assert (finding.where.document, finding.where.span, finding.level) == ("d1", span, "problem")
