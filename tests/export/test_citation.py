import datetime as dt
import json

import pytest

from onrecord.export.citation import Citation, Style, get_citation, write_citation
from onrecord.model import Dating, Document, Event, Passage, Precision, Span, Version

DAY = Dating(earliest=dt.date(2004, 3, 9), latest=dt.date(2004, 3, 9), precision="day")
TEXT = "We shall rebuild it stone by stone."


def make_document(**changes: object) -> Document:
    facts = {
        "id": "d0a",
        "version": "v0a",
        "source": "ab12",
        "form": "transcript",
        "title": "At the quay",
        "text": TEXT,
        "speaker": "Maren Tolvey",
        "publisher": "Harbour Office & Sons",
        "event": Event(name="Opening of the quay"),
        "date": DAY,
    }
    return Document(**{**facts, **changes})  # type: ignore[arg-type]


def make_version(address: str = "https://selwick.example/quay_1") -> Version:
    added = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)
    return Version(
        id="v0a", document="d0a", source="ab12", address=address, number=1, added=added, words=7, current=True
    )


def make_passage(doc: Document) -> Passage:
    return Passage(
        id="p0a.0-16",
        document=doc.id,
        version=doc.version,
        title=doc.title,
        form=doc.form,
        speaker=doc.speaker,
        date=doc.date,
        completeness="unknown",
        span=Span(start=0, end=16),
        text=TEXT[:16],
        prefix="",
        suffix="",
    )


def make(**changes: object) -> Citation:
    doc = make_document(**changes)
    return get_citation(doc, make_version(), make_passage(doc))


@pytest.mark.parametrize("style", ["text", "bibtex", "csl", "wikipedia"])
def test_every_style_names_the_version_its_bytes_and_the_place(style: Style) -> None:
    printed = write_citation(make(), style)
    for expected in ("v0a", "ab12", "0-16", "Maren Tolvey", "At the quay", "https://selwick.example/quay_1"):
        assert expected in printed


def test_text_leaves_out_what_is_not_known() -> None:
    bare = make_document(speaker="", publisher="", event=None, date=Dating())
    printed = write_citation(get_citation(bare, make_version("speeches/1.txt")), "text")
    assert printed == "“At the quay”, retrieved 2026-05-04, version v0a, SHA-256 ab12."


def test_bibtex_escapes_what_it_would_read_as_markup() -> None:
    printed = write_citation(make(), "bibtex")
    assert printed.startswith("@misc{p0a.0-16,\n")
    assert r"publisher = {Harbour Office \& Sons}," in printed
    assert "author = {{Maren Tolvey}}," in printed
    assert "url = {https://selwick.example/quay_1}," in printed


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "parts"),
    [
        ("2004-03-09", "2004-03-09", "day", [[2004, 3, 9]]),
        ("2004-03-01", "2004-03-31", "month", [[2004, 3]]),
        ("2004-01-01", "2004-12-31", "year", [[2004]]),
        ("2003-12-20", "2004-01-10", "interval", [[2003, 12, 20], [2004, 1, 10]]),
    ],
)
def test_csl_dates_say_no_more_than_is_known(
    earliest: str, latest: str, precision: Precision, parts: list[list[int]]
) -> None:
    date = Dating(earliest=dt.date.fromisoformat(earliest), latest=dt.date.fromisoformat(latest), precision=precision)
    (item,) = json.loads(write_citation(make(date=date), "csl"))
    assert item["type"] == "speech"
    assert item["issued"] == {"date-parts": parts}


def test_wikipedia_arguments_cannot_break_out_of_the_template() -> None:
    printed = write_citation(make(title="Tides | winds [draft] }}"), "wikipedia")
    assert printed.startswith(
        "{{cite speech |author=Maren Tolvey |title=Tides {{!}} winds &#91;draft&#93; &#125;&#125; |"
    )
    assert "|quote=We shall rebuild" in printed
