"""An invented record in memory, and the plain-text cases."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from onrecord.model import (
    Block,
    Completeness,
    Dating,
    Document,
    Form,
    Mark,
    MarkKind,
    Quotation,
    Searched,
    Span,
    Trace,
)
from onrecord.trace import Index, build_segment, open_index, trace_quotation

Tracer = Callable[..., Trace]

CASES = Path(__file__).resolve().parents[1] / "cases" / "trace"
_MARKS: tuple[tuple[str, MarkKind], ...] = ((r"\[[^\]]*\]", "editorial"), (r"\(\d+\)", "note-reference"))


class Shelf:
    """Documents by the numbers of their places in a list."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = list(documents)

    def number_documents(self) -> Iterator[tuple[int, Document]]:
        return iter(enumerate(self.documents))

    def get_text(self, number: int) -> str:
        return self.documents[number].text

    def get_document(self, number: int) -> Document:
        return self.documents[number]

    def get_searched(self) -> Searched:
        words = sum(len(doc.text.split()) for doc in self.documents)
        speakers = len({doc.speaker for doc in self.documents if doc.speaker})
        return Searched(documents=len(self.documents), words=words, speakers=speakers, unreadable=0, lossy=0)

    def find_speakers(self, name: str) -> frozenset[str]:
        return frozenset(doc.speaker for doc in self.documents if doc.speaker and name in doc.speaker)


def read_date(text: str) -> Dating:
    if len(text) == 4:
        return Dating(earliest=dt.date(int(text), 1, 1), latest=dt.date(int(text), 12, 31), precision="year")
    day = dt.date.fromisoformat(text)
    return Dating(earliest=day, latest=day, precision="day")


def make_document(name: str, text: str, *, speaker: str = "Adele Thorn", date: str = "2011-03-04") -> Document:
    """A transcript with its editorial marks."""
    marks = [
        Mark(kind=kind, span=Span(start=match.start(), end=match.end()))
        for pattern, kind in _MARKS
        for match in re.finditer(pattern, text)
    ]
    return Document(
        id=f"d{name}",
        version=f"v{name}",
        source="",
        form="transcript",
        title=name,
        text=text,
        speaker=speaker,
        date=read_date(date),
        blocks=(Block(kind="paragraph", span=Span(start=0, end=len(text))),),
        marks=tuple(sorted(marks, key=lambda mark: mark.span)),
    )


def read_shelf() -> Shelf:
    """The invented record."""
    return Shelf(_read_document(head, body) for head, body in split_cases("record"))


def _read_document(head: str, body: str) -> Document:
    name, form, speaker, date, title, completeness = (field.strip() for field in head.split("|"))
    document = make_document(name, body.strip(), speaker=speaker, date=date)
    forms: dict[str, Form] = {known: known for known in get_args(Form)}
    states: dict[str, Completeness] = {known: known for known in get_args(Completeness)}
    changes = {"title": title, "form": forms[form], "completeness": states[completeness]}
    return Document(**{name: getattr(document, name) for name in document.__struct_fields__} | changes)


def split_cases(name: str) -> list[tuple[str, str]]:
    """The title and the body of each case of a file; lines that begin with # are comments."""
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    parts = re.split(r"^== (.*)$", kept, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return read_shelf()


@pytest.fixture(scope="session")
def index(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("trace") / "segment"
    build_segment(folder, shelf.number_documents())
    return open_index([folder])


@pytest.fixture(scope="session")
def tracer(shelf: Shelf, index: Index) -> Tracer:
    """Traces words against the invented record: `tracer("words", by="Thorn", on="2011")`."""

    def trace(text: str, *, by: str = "", on: str = "") -> Trace:
        return trace_quotation(Quotation(text=text, by=by, on=read_date(on) if on else None), index, shelf)

    return trace


@pytest.fixture(scope="session")
def make_shelf() -> Callable[[Iterable[Document]], Shelf]:
    return Shelf


@pytest.fixture(scope="session")
def make_speech() -> Callable[..., Document]:
    return make_document
