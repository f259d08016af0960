"""Office documents (DOCX and ODT); whole files stand in `tests/cases/read/files`."""

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest

from onrecord.read import read_source

FILES = Path(__file__).parents[1] / "cases" / "read" / "files"
LETTERS = ("letter.docx", "letter.odt")
BODIES = {"letter.docx": "word/document.xml", "letter.odt": "content.xml"}


def repack(name: str, changed: dict[str, bytes]) -> bytes:
    """The letter with some of its files replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(FILES / name) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in {*old.namelist(), *changed}:
            new.writestr(entry, changed.get(entry) or old.read(entry))
    return buffer.getvalue()


@pytest.mark.parametrize("name", LETTERS)
def test_a_document_is_known_by_its_bytes_whatever_it_is_called(name: str) -> None:
    (doc,), _ = read_source((FILES / name).read_bytes(), address="letter.txt")
    assert doc.title == "Letter to the masons"
    assert "dear" not in doc.text


def test_paragraphs_of_text_boxes_and_content_controls_are_read_once() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    markup = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        f'<w:document xmlns:w="{word}" xmlns:mc="{markup}"><w:body><w:p><w:r><w:t>Around it.</w:t></w:r><w:r>'
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "</w:p><w:sdt><w:sdtContent><w:p><w:r><w:t>Filled in.</w:t></w:r></w:p></w:sdtContent></w:sdt></w:body>"
        "</w:document>"
    )
    (doc,), _ = read_source(repack("letter.docx", {"word/document.xml": body.encode()}), address="a.docx")
    assert doc.text == "Around it.\n\nIn the box.\n\nFilled in."


def test_the_title_of_another_file_is_none_of_this_one() -> None:
    document = docx.Document()
    document.core_properties.title = "Normal template"
    document.add_paragraph("Fair pay.")
    buffer = io.BytesIO()
    document.save(buffer)
    (doc,), _ = read_source(buffer.getvalue(), address="a.docx")
    assert doc.title == "Fair pay."


@pytest.mark.parametrize("name", LETTERS)
def test_a_cut_off_document_is_a_finding(name: str) -> None:
    data = (FILES / name).read_bytes()
    for length in range(30, len(data), len(data) // 9):
        documents, findings = read_source(data[:length], address=name)
        assert documents == ()
        assert {finding.level for finding in findings} == {"problem"}


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("body", [b"<a>", b"", b"\x00", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_broken_markup_is_a_finding(name: str, body: bytes) -> None:
    documents, findings = read_source(repack(name, {BODIES[name]: body or b" "}), address=name)
    assert documents == ()
    assert {finding.level for finding in findings} == {"problem"}


def test_entities_that_multiply_are_not_followed() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    body = f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><a>&e11;</a>'
    for name in LETTERS:
        start = time.perf_counter()
        documents, findings = read_source(repack(name, {BODIES[name]: body.encode()}), address=name)
        assert (documents, len(findings)) == ((), 1)
        assert time.perf_counter() - start < 5


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("entry", ["body", "media/image1.png"])
def test_a_bomb_is_refused_before_it_unpacks(name: str, entry: str) -> None:
    bomb = b" " * 60_000_000
    data = repack(name, {BODIES[name] if entry == "body" else entry: bomb})
    assert len(data) < 200_000
    documents, findings = read_source(data, address=name)
    assert (documents, [finding.code for finding in findings]) == ((), ["read-too-large"])


def test_an_archive_of_something_else_is_a_finding() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("speech.txt", "Fair pay.")
    documents, findings = read_source(buffer.getvalue(), address="speeches.zip")
    assert (documents, [finding.code for finding in findings]) == ((), ["read-binary"])


def test_a_spreadsheet_is_a_finding() -> None:
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    body = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet/></office:body></office:document-content>"
    )
    documents, findings = read_source(repack("letter.odt", {"content.xml": body.encode()}), address="a.ods")
    assert (documents, [finding.code for finding in findings]) == ((), ["read-unsupported"])
