"""Reading web pages, PDF files and web archives that are generated here: prints a table and writes JSON.

python benchmarks/read.py [--out build/bench-read.json]

Seconds are those of one core, child processes included, so that whatever else the machine does counts little. The pages
are dense: a PDF page is full of prose; of the web pages one kind is little but text, the other has scripts, styles and
navigation around it as pages of offices do.
"""

import argparse
import gzip
import io
import json
import os
import platform
import random
from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from onrecord.read import Raw, read_pages, read_source

ROOT = Path(__file__).parents[1]
WORDS = [
    "the",
    "old",
    "quay",
    "has",
    "stood",
    "for",
    "ninety",
    "winters",
    "and",
    "it",
    "will",
    "not",
    "stand",
    "ten",
    "more",
    "whatever",
    "council",
    "says",
    "of",
    "its",
    "letters",
    "we",
    "shall",
    "rebuild",
    "stone",
    "by",
    "stone",
    "because",
    "a",
    "town",
    "without",
    "bread",
    "is",
    "no",
    "town",
    "masons",
    "promised",
    "me",
    "their",
    "spring",
    "lamps",
    "were",
    "lit",
    "again",
]
PDF_PAGES, WEB_PAGES = 200, 400
SECONDS = 5.0


def write_prose(chance: random.Random, words: int) -> str:
    """Sentences that nobody said."""
    text = " ".join(chance.choice(WORDS) for _ in range(words))
    return ". ".join(part.strip().capitalize() for part in text.split(" the ")) + "."


def build_pdf(chance: random.Random, columns: int) -> bytes:
    """Pages full of prose with running heads and page numbers."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    width = (A4[0] - 100) / columns
    for number in range(1, PDF_PAGES + 1):
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(50, A4[1] - 36, "The Harbour Office of Port Selwick")
        canvas.drawCentredString(A4[0] / 2, 30, str(number))
        for column in range(columns):
            lines = simpleSplit(write_prose(chance, 900 // columns), "Times-Roman", 10, width - 14)
            for row, line in enumerate(lines[:56]):
                canvas.drawString(50 + column * width, A4[1] - 70 - 13 * row, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def build_html(chance: random.Random, *, furnished: bool) -> bytes:
    """A page of about 700 words, marked up as an article; furnished, with 60 KB of scripts, styles and navigation."""
    prose = "".join(f"<p>{write_prose(chance, 90)}</p>" for _ in range(8))
    title = "<title>Speech at the old quay</title>"
    if not furnished:
        return f"<!doctype html><html><head>{title}</head><body><main>{prose}</main></body></html>".encode()
    script = "<script>" + "var tide = {low: 1, high: 2};\n" * 1500 + "</script>"
    style = "<style>" + "p.tide { margin: 0 auto }\n" * 300 + "</style>"
    links = "".join(f'<li><a href="/{n}">Page {n} of the office</a></li>' for n in range(120))
    body = f"<nav><ul>{links}</ul></nav><main>{prose}</main><nav><ul>{links}</ul></nav>"
    return f"<!doctype html><html><head>{title}{style}{script}</head><body>{body}</body></html>".encode()


def build_warc(pages: list[bytes], *, packed: bool) -> bytes:
    """An archive of these pages."""
    records = []
    for number, page in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        about = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2006-08-03T09:20:00Z\r\n"
            f"WARC-Target-URI: https://harbour.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = about.encode() + http + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if packed else record)
    return b"".join(records)


def measure(work: Callable[[], int]) -> float:
    """How much work is done in a second; it is repeated until the time is up, after once for nothing."""
    work()
    done, start = 0, get_seconds()
    while get_seconds() - start < SECONDS:
        done += work()
    return done / (get_seconds() - start)


def get_seconds() -> float:
    """What this process and those that it started have used of a core so far."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def count_pages(data: bytes, address: str) -> int:
    """How many pages of the source were found, their forms not yet told."""
    return sum(1 for _ in read_pages(Raw(data=data, address=address, max_size=10**9)))


def count_documents(data: bytes, address: str) -> int:
    """How many documents were read from the source, to the end."""
    return len(read_source(data, address=address, max_size=10**9).documents)


def collect() -> dict[str, float]:
    """Every figure of the table."""
    chance = random.Random(1)
    figures: dict[str, float] = {}
    for columns in (1, 2):
        data = build_pdf(chance, columns)
        figures[f"PDF of {columns} column{'s' * (columns > 1)}, pages/s"] = measure(
            lambda data=data: PDF_PAGES * count_documents(data, "a.pdf")  # type: ignore[misc]
        )
    for name, furnished in (("bare", False), ("furnished", True)):
        pages = [build_html(chance, furnished=furnished) for _ in range(WEB_PAGES)]
        figures[f"HTML, {name}, KB a page"] = sum(map(len, pages)) / len(pages) / 1000
        figures[f"HTML, {name}, pages/s"] = measure(
            lambda pages=pages: sum(count_documents(page, "a.html") for page in pages[:50])  # type: ignore[misc]
        )
        for packed in (False, True):
            data = build_warc(pages, packed=packed)
            size = sum(map(len, pages)) / 1e6
            kind = f"WARC{' packed' * packed} of {name} HTML"
            figures[f"{kind}, MB/s to pages"] = size * measure(
                lambda data=data: count_pages(data, "a.warc") // WEB_PAGES  # type: ignore[misc]
            )
            figures[f"{kind}, MB/s to documents"] = size * measure(
                lambda data=data: count_documents(data, "a.warc") // WEB_PAGES  # type: ignore[misc]
            )
    return figures


def main() -> None:
    """Print the table and write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build/bench-read.json")
    out = parser.parse_args().out
    figures = collect()
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}")
    for name, value in figures.items():
        print(f"{name:46}{value:12,.1f}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"cores": os.cpu_count(), **figures}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
