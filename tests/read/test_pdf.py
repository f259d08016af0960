"""What becomes of the lines of a PDF; whole files stand in `tests/cases/read/files`."""

import io
import zlib
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from onrecord.model import Office
from onrecord.read import read_source
from onrecord.read.pdf.columns import order_lines
from onrecord.read.pdf.extraction import PdfInfo, PdfLine, PdfPage
from onrecord.read.pdf.hyphens import find_words, is_cut
from onrecord.read.pdf.process import decode_output
from onrecord.read.pdf.reading import build_pdf_page

FILES = Path(__file__).parents[1] / "cases" / "read" / "files"
HEIGHT = 600


def place(text: str, row: float, *, left: float = 40, width: float | None = None, size: float = 10) -> PdfLine:
    right = left + (len(text) * size / 2 if width is None else width)
    return PdfLine(text=text, left=left, right=right, baseline=HEIGHT - 100 - 12 * row, size=size)


def page_of(*lines: PdfLine) -> PdfPage:
    return PdfPage(width=400, height=HEIGHT, lines=lines)


def read_lines(*pages: PdfPage, office: Office | None = None) -> list[tuple[str, str]]:
    page = build_pdf_page(PdfInfo(pages=len(pages)), pages, office or Office())
    for paragraph in page.sheet.paragraphs:
        for piece in paragraph.pieces:
            assert piece.source < 0 or page.text[piece.source :].startswith(piece.text)
    return [(paragraph.kind, paragraph.text) for paragraph in page.sheet.paragraphs]


def test_columns_are_read_one_after_the_other_and_the_right_one_first_where_the_script_goes_left() -> None:
    rows = [place(f"left {row}", row, width=150) for row in range(5)]
    rows += [place(f"right {row}", row, left=220, width=150) for row in range(5)]
    rows.sort(key=lambda line: -line.baseline)
    ordered = [[line.text for line in column.lines] for column in order_lines(tuple(rows))]
    assert ordered == [[f"left {row}" for row in range(5)], [f"right {row}" for row in range(5)]]
    leftward = order_lines(tuple(rows), rightward=False)
    assert leftward[0].lines[0].text == "right 0"


def test_lines_side_by_side_without_a_column_are_one_line() -> None:
    (column,) = order_lines((place("Lamps lit", 0), place("7", 0, left=300), place("Go home.", 1)))
    assert [line.text for line in column.lines] == ["Lamps lit 7", "Go home."]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    def build(number: int) -> PdfPage:
        head = PdfLine(text=f"Harbour Office {number}", left=40, right=100, baseline=580, size=8)
        foot = PdfLine(text=f"Page {number} of 3", left=40, right=100, baseline=20, size=8)
        return page_of(head, place(f"The stairs have {number} steps.", 1), foot)

    assert read_lines(build(1), build(2), build(3)) == [
        ("paragraph", f"The stairs have {number} steps.") for number in (1, 2, 3)
    ]


def test_a_name_of_the_site_is_furniture() -> None:
    office = Office(site_names=("The Harbour Office",))
    assert read_lines(page_of(place("The Harbour Office", 0), place("Fair pay.", 3)), office=office) == [
        ("paragraph", "Fair pay.")
    ]


def test_a_sentence_goes_on_over_a_page_and_a_finished_one_does_not() -> None:
    first = page_of(place("The old quay has stood for ninety winters and", 0, width=300))
    second = page_of(place("it will not stand.", 0), place("Go home.", 4))
    assert [text for _, text in read_lines(first, second)] == [
        "The old quay has stood for ninety winters and it will not stand.",
        "Go home.",
    ]


@pytest.mark.parametrize(
    ("line", "after", "elsewhere", "cut"),
    [
        ("on the break-", "water", "", True),
        ("the well-", "known lamps", "a well-known man", False),
        ("the well-", "known lamps", "a wellknown man", True),
        ("the Anglo-", "Frisian sea", "", False),
        ("in 2004-", "five", "", False),
        ("he said -", "and left", "", False),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_unless_the_text_writes_the_word_with_it(
    line: str, after: str, elsewhere: str, *, cut: bool
) -> None:
    assert is_cut(line, after, find_words([line, after, elsewhere])) is cut


def test_notes_at_the_foot_stand_at_the_end_with_their_labels() -> None:
    lines = [place("The salt road[1] is open[2], and it will stay open for the whole of this spring.", 0)]
    lines += [place("It was closed in the year of the flood and nobody has forgotten that.", 1)]
    lines += [
        place("1 The flood of", 20, size=7),
        place("1953.", 21, size=7),
        place("2 Until the ferry came.", 22, size=7),
    ]
    assert [text for kind, text in read_lines(page_of(*lines)) if kind == "note"] == [
        "[1] The flood of 1953.",
        "[2] Until the ferry came.",
    ]


def test_a_page_of_pictures_among_others_is_named() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(40, 700, "The old quay has stood for ninety winters.")
    canvas.showPage()
    canvas.drawInlineImage(_dot(), 40, 40, 100, 100)
    canvas.showPage()
    canvas.save()
    documents, findings = read_source(buffer.getvalue(), address="a.pdf")
    assert documents[0].text == "The old quay has stood for ninety winters."
    assert findings[0].code == "read-page-no-text"
    assert "1 page of 2: 2" in findings[0].message


def _dot() -> object:
    from PIL import Image  # noqa: PLC0415 - reportlab needs it for pictures only

    return Image.new("RGB", (1, 1))


def test_a_cut_off_file_is_a_finding_or_what_is_left() -> None:
    data = (FILES / "speech.pdf").read_bytes()
    for length in range(8, len(data), len(data) // 6):
        documents, findings = read_source(data[:length], address="a.pdf")
        assert documents or findings[0].code in {"read-failed", "read-no-text"}


def test_a_bomb_ends_in_a_finding() -> None:
    layers = zlib.compress(zlib.compress(b" " * 200_000_000, 1), 1)
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >> stream\n%s\nendstream" % (len(layers), layers)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
        stream,
    )
    body = b"".join(b"%d 0 obj %s endobj\n" % (number, one) for number, one in enumerate(objects, start=1))
    documents, findings = read_source(b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>", address="a.pdf")
    assert (documents, len(findings)) == ((), 1)


@pytest.mark.parametrize("code", [-14, -9, -6, 1])
def test_a_process_that_ends_early_leaves_the_pages_so_far_and_a_finding(code: int) -> None:
    page = msgspec.json.encode(page_of(place("Fair pay.", 0)))
    output = msgspec.json.encode(PdfInfo(pages=3)) + b"\n" + page + b"\n" + page[:20]
    extracted = decode_output(output, "broken", code)
    assert len(extracted.pages) == 1
    (finding,) = extracted.findings
    assert (finding.code, finding.level) == ("read-failed", "problem")
    assert ("page 2 of 3" in finding.message) == (code < 0)


NUMBERS = st.floats(min_value=-50, max_value=900, allow_nan=False)
LINES = st.builds(
    PdfLine,
    text=st.text(min_size=1, max_size=30).filter(str.strip).map(lambda text: " ".join(text.split())),
    left=NUMBERS,
    right=NUMBERS,
    baseline=NUMBERS,
    size=st.floats(min_value=0, max_value=40, allow_nan=False),
)
PDF_PAGES = st.builds(
    PdfPage, width=st.just(400.0), height=st.just(600.0), lines=st.lists(LINES, max_size=12).map(tuple)
)


@given(pages=st.lists(PDF_PAGES, max_size=4).map(tuple))
def test_every_line_of_any_page_is_read_or_furniture(pages: tuple[PdfPage, ...]) -> None:
    page = build_pdf_page(PdfInfo(pages=len(pages)), pages, Office())
    for furniture in page.sheet.furniture:
        assert furniture.source_span.slice(page.text) == furniture.text
    for paragraph in page.sheet.paragraphs:
        for piece in paragraph.pieces:
            assert piece.source < 0 or page.text[piece.source :].startswith(piece.text)
