"""Makes the binary files of this folder; run as `python tests/cases/read/files/make_files.py`.

Needs the development extra; persian.pdf also the font DejaVu Sans. The files are kept, so that a test needs neither.
"""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A5
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
WIDTH, HEIGHT = A5
LEFT, RIGHT = 40, WIDTH - 40
HEAD = "The Harbour Office of Port Selwick"
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
