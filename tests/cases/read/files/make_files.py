"""Makes the binary files of this folder; run as `python tests/cases/read/files/make_files.py`.

Needs the development extra; persian.pdf also the font DejaVu Sans. The files are kept, so that a test needs neither.
"""

import datetime as dt
import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.text.paragraph import Paragraph
from reportlab.lib.pagesizes import A5
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
WIDTH, HEIGHT = A5
LEFT, RIGHT = 40, WIDTH - 40
HEAD = "The Harbour Office of Port Selwick"
MADE = dt.datetime(2004, 5, 17, tzinfo=dt.UTC)
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")

QUAY = (
    "Good people of the harbour, the old quay has stood for ninety winters and it will not stand for ten more, "
    "whatever the council says of it in its letters."
)
STONE = (
    "We shall rebuild it stone by stone, because a town without a quay is a town without bread. The masons of Selwick "
    "have promised me their spring, and I have promised them fair pay for all of it, and nobody shall say"
)
PAY = (
    "afterwards that the harbour does not pay. That is all that I have come to say. Go home safely, all of you, and "
    "look after one another on the stairs tonight."
)
KEEPERS = "known keepers climbed the stairs without pay."
LINES = (
    "The well-known lamps on the break-",
    "water were lit again last night after elev-",
    "en dark years. The well-",
)
MASONS = "The masons said that stone is dear and that their spring is short, but that they would come."
LAUGHTER = "The keepers said that they had heard all that before, and then they laughed for a while."
PERSIAN = (
    "مردم خوب بندر، شهر بی اسکله شهر بی نان است",
    "و ما آن را سنگ به سنگ می سازیم.",
    "بنّاها بهار خود را به من وعده داده اند.",
)


def make_speech() -> None:
    """Two pages: a heading, paragraphs with indents, a hyphen, a note, a paragraph across the page break."""
    canvas = Canvas(str(HERE / "speech.pdf"), pagesize=A5, invariant=True)
    canvas.setTitle("Speech of Maren Tolvey, at the Old Quay - 17 May 2004")
    write_edges(canvas, 1)
    canvas.setFont("Times-Bold", 15)
    canvas.drawString(LEFT, HEIGHT - 80, "Speech of Maren Tolvey,")
    canvas.drawString(LEFT, HEIGHT - 98, "at the Old Quay - 17 May 2004")
    y = write(canvas, QUAY, HEIGHT - 130, size=11)
    canvas.setFont("Times-Roman", 11)
    for line in LINES:
        y = write_line(canvas, line, y, indent=14 if line.startswith("The well-known") else 0)
    y = write_line(canvas, KEEPERS, y)
    raise_label(canvas, "1", y + 13, LEFT + pdfmetrics.stringWidth(KEEPERS, "Times-Roman", 11))
    write(canvas, STONE, y, size=11, indent=14)
    canvas.setFont("Times-Roman", 8)
    canvas.drawString(LEFT, 70, "1 There are one hundred and twelve of them, since")
    canvas.drawString(LEFT, 60, "1953 at least, and eleven more behind the door.")
    canvas.showPage()
    write_edges(canvas, 2)
    write(canvas, PAY, HEIGHT - 80, size=11)
    canvas.save()


def make_columns() -> None:
    """One page: a title across, two columns, a line across, two more columns; written row by row."""
    canvas = Canvas(str(HERE / "columns.pdf"), pagesize=A5, invariant=True)
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(LEFT, HEIGHT - 60, "The quay and the lamps of Selwick in words")
    middle = WIDTH / 2
    left = list(lines_of(QUAY + " " + STONE + " later.", middle - LEFT - 10))
    right = list(lines_of("The lamps were lit again. " + PAY, middle - LEFT - 10))
    write_rows(canvas, left, right, HEIGHT - 90)
    y = HEIGHT - 90 - 12 * max(len(left), len(right)) - 14
    canvas.setFont("Helvetica-Bold", 13)
    canvas.drawString(LEFT, y, "What the masons and the keepers answered then")
    left = list(lines_of(MASONS, middle - LEFT - 10))
    right = list(lines_of(LAUGHTER, middle - LEFT - 10))
    write_rows(canvas, left, right, y - 24)
    canvas.save()


def make_scan() -> None:
    """Three pages of a picture without a letter of text."""
    canvas = Canvas(str(HERE / "scan.pdf"), pagesize=A5, invariant=True)
    picture = HERE / "make_files.png"
    picture.write_bytes(bytes.fromhex(PIXEL))
    for _ in range(3):
        canvas.drawImage(str(picture), 40, 40, width=WIDTH - 80, height=HEIGHT - 80)
        canvas.showPage()
    canvas.save()
    picture.unlink()


def make_persian() -> None:
    """One page from right to left, its letters placed as a typesetter places them."""
    pdfmetrics.registerFont(TTFont("DejaVu", str(FONT)))
    canvas = Canvas(str(HERE / "persian.pdf"), pagesize=A5, invariant=True)
    canvas.setFont("DejaVu", 12)
    y = HEIGHT - 80
    for line in PERSIAN:
        canvas.drawRightString(RIGHT, y, line[::-1])
        y -= 18
    canvas.save()


def make_word() -> None:
    """A letter with a heading, a list, a quotation, a table, a link, a footnote and a deleted word."""
    document = docx.Document()
    document.core_properties.title = "Letter to the masons"
    document.core_properties.created = document.core_properties.modified = MADE
    document.add_heading("Letter to the masons", level=1)
    paragraph = document.add_paragraph("Good people, ")
    add_markup(paragraph, "<w:del {ns} w:id='9' w:author='T'><w:r><w:delText>dear </w:delText></w:r></w:del>")
    paragraph.add_run("the old quay has stood for ")
    paragraph.add_run("ninety").bold = True
    paragraph.add_run(" winters.")
    add_markup(paragraph, "<w:r {ns}><w:footnoteReference w:id='2'/></w:r>")
    document.add_paragraph("dry stairs;", style="List Bullet")
    document.add_paragraph("oil for the winter.", style="List Bullet")
    document.add_paragraph("A town without a quay is a town without bread.", style="Quote")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Lamps lit", "7"
    linked = document.add_paragraph("See ")
    relation = document.part.relate_to("https://harbour.example/quay", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    add_markup(linked, f"<w:hyperlink {{ns}} r:id='{relation}'><w:r><w:t>the plan</w:t></w:r></w:hyperlink>")
    linked.add_run(".")
    notes = (
        f"<w:footnotes {NAMESPACES}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote><w:footnote w:id='2'>"
        "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Ninety-one, says the council.</w:t></w:r></w:p>"
        "</w:footnote></w:footnotes>"
    )
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), content_type, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        zip_up("letter.docx", {name: archive.read(name) for name in archive.namelist()})


def add_markup(paragraph: Paragraph, markup: str) -> None:
    """Put an element into a paragraph that the library has no verb for."""
    paragraph._p.append(parse_xml(markup.format(ns=NAMESPACES)))  # noqa: SLF001


def make_opendocument() -> None:
    """The same letter as an OpenDocument text."""
    names = "office text style"
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names.split())
    content = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {spaces}
 xmlns:xlink="http://www.w3.org/1999/xlink">
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Quotations"/></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>dear</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="1">Letter to the masons</text:h>
<text:p>Good people, the old quay<text:s text:c="2"/>has stood for <text:span>ninety</text:span> winters.<text:note
><text:note-citation>1</text:note-citation><text:note-body><text:p>Ninety-one, says the council.</text:p>
</text:note-body></text:note><office:annotation><text:p>Is that so?</text:p></office:annotation>
Nobody<text:line-break/>counted.</text:p>
<text:list><text:list-item><text:p>dry stairs;</text:p></text:list-item>
<text:list-item><text:p>oil for the winter.</text:p></text:list-item></text:list>
<text:p text:style-name="P1">A town without a quay is a town without bread.</text:p>
<text:p>See <text:a xlink:href="https://harbour.example/quay">the plan</text:a>.</text:p>
</office:text></office:body></office:document-content>"""
    meta = (
        f'<office:document-meta {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        "<dc:title>Letter to the masons</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>"
    )
    kind = b"application/vnd.oasis.opendocument.text"
    zip_up("letter.odt", {"mimetype": kind, "content.xml": content.encode(), "meta.xml": meta.encode()})


def make_archives() -> None:
    """A page, the same page a day later, a PDF, a text, a picture, a page that is not there; plain and in a WACZ."""
    pages = (
        ("https://harbour.example/news/112", "2006-08-03T09:20:00Z", "200 OK", "text/html", "report.html"),
        ("https://harbour.example/news/112", "2006-08-04T09:20:00Z", "200 OK", "text/html", "report.html"),
        ("https://harbour.example/speech.pdf", "2006-08-03T09:21:00Z", "200 OK", "application/pdf", "speech.pdf"),
        ("https://harbour.example/tide.txt", "2006-08-03T09:22:00Z", "200 OK", "text/plain; charset=cp1252", ""),
        ("https://harbour.example/quay.png", "2006-08-03T09:23:00Z", "200 OK", "image/png", "scan.pdf"),
        ("https://harbour.example/gone", "2006-08-03T09:24:00Z", "404 Not Found", "text/html", "report.html"),
        ("https://harbour.example/robots.txt", "2006-08-03T09:25:00Z", "200 OK", "text/plain", ""),
    )
    with (HERE / "harbour.warc").open("wb") as plain:
        write_records(WARCWriter(plain, gzip=False), pages)
    packed = io.BytesIO()
    write_records(WARCWriter(packed, gzip=True), pages[2:4])
    zip_up("harbour.wacz", {"archive/data.warc.gz": packed.getvalue(), "datapackage.json": b"{}"})


def write_records(writer: WARCWriter, pages: tuple[tuple[str, str, str, str, str], ...]) -> None:
    """A response for each (address, time, status, type, file)."""
    for number, (url, time, status, kind, name) in enumerate(pages):
        data = (HERE / name).read_bytes() if name else "Höchststand um neun.".encode("cp1252")
        http = StatusAndHeaders(status, [("Content-Type", kind), ("Set-Cookie", "tide=low")], protocol="HTTP/1.1")
        about = {"WARC-Date": time, "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012}>"}
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(data), http_headers=http, warc_headers_dict=about
        )
        writer.write_record(record)


def make_packed() -> None:
    """The report packed with gzip."""
    (HERE / "report.html.gz").write_bytes(gzip.compress((HERE / "report.html").read_bytes(), mtime=0))


def zip_up(name: str, entries: dict[str, bytes]) -> None:
    """An archive that is the same whenever it is made."""
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in entries.items():
            archive.writestr(zipfile.ZipInfo(path, (2004, 5, 17, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def write_edges(canvas: Canvas, number: int) -> None:
    """The running head and the number of a page."""
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(LEFT, HEIGHT - 36, HEAD)
    canvas.drawCentredString(WIDTH / 2, 30, f"- {number} -")


def write(canvas: Canvas, text: str, y: float, *, size: float, indent: float = 0) -> float:
    """A paragraph in justified lines; where the next line stands."""
    canvas.setFont("Times-Roman", size)
    for number, line in enumerate(lines_of(text, RIGHT - LEFT - indent, size)):
        y = write_line(canvas, line, y, indent=0 if number else indent)
    return y


def write_line(canvas: Canvas, line: str, y: float, *, indent: float = 0) -> float:
    """One line; where the next one stands."""
    canvas.drawString(LEFT + indent, y, line)
    return y - 13


def write_rows(canvas: Canvas, left: list[str], right: list[str], y: float) -> None:
    """Two columns, a line of each in turn, as some programs write them."""
    canvas.setFont("Times-Roman", 11)
    for row in range(max(len(left), len(right))):
        for column, x in ((left, LEFT), (right, WIDTH / 2 + 10)):
            if row < len(column):
                canvas.drawString(x, y - 12 * row, column[row])


def raise_label(canvas: Canvas, label: str, y: float, x: float) -> None:
    """The raised number that refers to a note."""
    canvas.setFont("Times-Roman", 7)
    canvas.drawString(x, y + 4, label)


def lines_of(text: str, width: float, size: float = 11) -> Iterator[str]:
    """The text in lines of a width."""
    yield from simpleSplit(text, "Times-Roman", size, width)


PIXEL = (
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360606000000004000"
    "1f61738550000000049454e44ae426082"
)

if __name__ == "__main__":
    make_speech()
    make_columns()
    make_scan()
    make_persian()
    make_word()
    make_opendocument()
    make_archives()
    make_packed()
