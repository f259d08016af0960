"""Every reader, given any bytes: pages whose offsets hold, or findings; never an exception."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Finding
from onrecord.read import Raw, read_pages, read_source
from onrecord.read.media import Media
from onrecord.read.page import Page
from onrecord.read.pages import get_reader

FILES = Path(__file__).parents[1] / "cases" / "read" / "files"
SEEDS = Path(__file__).parents[2] / "fuzz" / "seeds"
NAMES: dict[Media, tuple[str, ...]] = {
    "docx": ("letter.docx",),
    "gzip": ("report.html.gz",),
    "html": ("report.html", "unmarked.html"),
    "markdown": ("report.html",),
    "odt": ("letter.odt",),
    "plain": ("speech.srt",),
    "subtitles": ("interview.vtt", "bilingual.srt"),
    "wacz": ("harbour.wacz",),
    "warc": ("harbour.warc",),
}


def check(found: Page | Finding) -> None:
    if isinstance(found, Finding):
        return
    for paragraph in found.sheet.paragraphs:
        assert all(p.source < 0 or found.text.startswith(p.text, p.source) for p in paragraph.pieces)
    for part in found.sheet.furniture:
        assert part.source_span.slice(found.text) == part.text


@st.composite
def broken(draw: st.DrawFn, media: Media) -> bytes:
    """A sound file with pieces cut out, doubled and overwritten."""
    data = (FILES / draw(st.sampled_from(NAMES[media]))).read_bytes()
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        middle = draw(st.one_of(st.binary(max_size=20), st.just(data[start : start + 50] * 2)))
        data = data[:start] + middle + data[min(end, start + 200) :]
    # A PDF inside would start a process for every example.
    return data.replace(b"%PDF-", b"%PDX-")


@pytest.mark.parametrize("media", NAMES)
@settings(max_examples=25)
@given(data=st.data())
def test_a_reader_takes_any_bytes(media: Media, data: st.DataObject) -> None:
    given_bytes = data.draw(
        st.one_of(broken(media), st.binary(max_size=300).map(lambda one: one.replace(b"%PDF-", b"")))
    )
    raw = Raw(data=given_bytes, address=f"page.{media}", max_size=1_000_000)
    for found in (*get_reader(media)(raw), *read_pages(raw)):
        check(found)
    documents, findings = read_source(given_bytes, address=raw.address, max_size=1_000_000)
    assert documents or findings


@settings(max_examples=8)
@given(data=st.data())
def test_the_reader_of_pdf_files_takes_any_bytes(data: st.DataObject) -> None:
    sound = (FILES / "columns.pdf").read_bytes()
    start = data.draw(st.integers(0, len(sound)))
    given_bytes = sound[:start] + data.draw(st.binary(max_size=40)) + sound[start + 40 :]
    found = tuple(get_reader("pdf")(Raw(data=given_bytes, address="page.pdf")))
    assert found
    for one in found:
        check(one)


@pytest.mark.parametrize("path", sorted(SEEDS.rglob("*.*")), ids=lambda path: path.name)
def test_what_once_broke_a_reader_breaks_none(path: Path) -> None:
    documents, findings = read_source(path.read_bytes(), address=path.name, max_size=1_000_000)
    assert documents or findings
