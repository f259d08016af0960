"""The dates of whole documents: real pages, and invented ones in `tests/cases/date/pages.txt`."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from onrecord.date import date_documents
from onrecord.model import Block, Dating, Document, Fact, Finding, Form, Office, Span
from onrecord.pipeline import date_again, read_documents
from onrecord.read import read_office

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "cases" / "date" / "pages.txt"


class Case(NamedTuple):
    title: str
    parts: dict[str, str]


def read_cases() -> Iterator[Case]:
    for chunk in CASES.read_text(encoding="utf-8").split("\n=== ")[1:]:
        title, _, rest = chunk.partition("\n")
        parts = dict(part.partition("\n")[::2] for part in f"\n{rest.strip()}".split("\n--- ")[1:])
        yield Case(title, {name: text.strip("\n") for name, text in parts.items()})


def build_document(place: int, form: Form, text: str, published: str) -> Document:
    title = text.partition("\n")[0]
    blocks = (
        Block(kind="heading", span=Span(start=0, end=len(title))),
        Block(kind="paragraph", span=Span(start=len(title) + 1, end=len(text))),
    )
    facts = (Fact(name="published", text=published, origin="page"),) if published else ()
    return Document(
        id=f"d{place}", version=f"v{place}", source="0", form=form, title=title, text=text, blocks=blocks, facts=facts
    )


def describe(dating: Dating) -> str:
    likely = dating.likely
    hint = f" likely {Dating.between(likely.earliest, likely.latest).edtf}" if likely else ""
    return f"{dating.edtf or 'unknown'}{hint}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases()])
def test_a_page_is_dated_as_its_case_says(case: Case) -> None:
    office = msgspec.convert(tomllib.loads(case.parts.get("office", "")), Office)
    texts = case.parts["page"].split("\n\n")
    form = msgspec.convert(case.parts["form"], Form)
    read = tuple(build_document(n, form, text, case.parts.get("published", "")) for n, text in enumerate(texts))
    stated = tuple(Fact(name="date", text=text, origin="page") for text in case.parts.get("date", "").splitlines())
    read = tuple(msgspec.structs.replace(doc, facts=(*doc.facts, *stated)) for doc in read)
    documents, findings = date_documents(read, office)
    found = [f"{describe(doc.date)} | {describe(doc.published)}" for doc in documents]
    found += [finding.code for finding in findings]
    assert found == case.parts["expected"].splitlines()


def read_seed(shared: Path, name: str) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    (path,) = (shared / "seeds").glob(f"{name}_*")
    return read_documents(path.read_bytes(), address=path.name, office=read_office(ROOT / "examples/leader.toml"))


def test_the_heading_of_the_real_transcript_is_contradicted_by_its_own_words(shared: Path) -> None:
    (doc,), findings = read_seed(shared, "003")
    assert doc.date.likely is not None
    assert (doc.date.likely.earliest, doc.date.likely.latest) == (dt.date(2023, 12, 11), dt.date(2024, 1, 10))
    (conflict,) = [finding for finding in findings if finding.code.startswith("date-")]
    assert conflict.code == "date-words-conflict"
    assert "'24 /Feb/ 2024' at 168-181" in conflict.message
    assert "'elections in about two months' at" in conflict.message
    assert {note.label: note.date.edtf for note in doc.notes if note.date.edtf} == {
        "1": "2024-03-01",
        "2": "1996-03-08",
        "4": "2023-04-04",
        "7": "2023-12-08",
    }


def test_the_real_reports_are_dated_by_their_leads(shared: Path) -> None:
    (undated,), _ = read_seed(shared, "001")
    (dated,), _ = read_seed(shared, "002")
    assert (undated.date.edtf, [clue.allows for clue in undated.date.clues]) == ("", ["a Thursday"])
    assert dated.date.edtf == "2024-03-26"
    (again,), _ = date_again((undated,), office=Office(), published="2024-05-30")
    assert again.date.edtf == "2024-05-30"


# The days on which the items went out, from other pages of the office; nothing on the page says the tenth.
PUBLISHED = {1: "2022-11-02", 2: "2022-10-27", 3: "2022-10-19", 4: "2022-10-14", 6: "2022-10-12", 7: "2022-10-10"} | {
    8: "2022-10-03",
    12: "2022-09-03",
    13: "2022-08-30",
    16: "2022-08-23",
}


def test_the_items_of_the_real_listing_date_each_other(shared: Path) -> None:
    documents, findings = read_seed(shared, "000")
    narrow = 0
    for place, doc in enumerate(documents, start=1):
        likely = doc.published.likely
        assert likely is not None
        assert likely.earliest is not None
        assert likely.latest is not None
        narrow += (likely.latest - likely.earliest).days < 120
        if place in PUBLISHED:
            day = dt.date.fromisoformat(PUBLISHED[place])
            assert doc.published.may_meet(Dating.between(day, day))
            assert likely.earliest <= day <= likely.latest
    assert narrow == len(documents) == 16
    assert documents[6].date.edtf == "2022-09-11"
    assert "date-offset-conflict" in {finding.code for finding in findings}


def test_what_a_document_cites_is_an_exact_slice(shared: Path) -> None:
    for name in ("000", "001", "002", "003", "004"):
        for doc in read_seed(shared, name)[0]:
            clues = (*doc.date.clues, *doc.published.clues, *doc.cited)
            assert all(clue.span.slice(doc.text) == clue.text for clue in clues if clue.span)


def test_the_real_essay_cites_its_eighteen_days(shared: Path) -> None:
    (doc,), _ = read_seed(shared, "004")
    assert [clue.rule for clue in doc.cited].count("date-phrase") + len(doc.date.clues) >= 18
    assert doc.date.edtf == "2020-01-03/.."


@pytest.mark.parametrize("stated", ["9999-12-31", "0001-01-01", "9999", "0001/9999", "1900/2000"])
@pytest.mark.parametrize("form", ["report", "transcript", "listing", "article"])
def test_the_ends_of_the_calendar_and_long_times_are_no_error(stated: str, form: Form) -> None:
    text = (
        "The quay\nThis morning (Friday), on the eve of 13 Aban, yesterday, in a meeting on Monday, 3 March, he spoke."
    )
    facts = (Fact(name="date", text=stated, origin="page"), Fact(name="published", text=stated, origin="page"))
    doc = msgspec.structs.replace(build_document(1, form, text, ""), facts=facts)
    documents, _ = date_documents((doc, doc), Office())
    assert len(documents) == 2
