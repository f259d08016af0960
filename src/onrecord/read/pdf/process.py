"""The process that pdfium runs in: a broken or malicious file can end it, but not the program."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import msgspec

from onrecord.model import Finding
from onrecord.read.pdf import extraction
from onrecord.read.pdf.extraction import MOST_CHARACTERS, MOST_PAGES, PdfInfo, PdfPage
from onrecord.read.trouble import report_failure

SECONDS = 300.0


class Extracted(NamedTuple):
    """What the file states of itself, the pages as far as they came, and why there are no more."""

    info: PdfInfo
    pages: tuple[PdfPage, ...]
    findings: tuple[Finding, ...] = ()


def extract_pages(data: bytes) -> Extracted:
    """The lines of every page."""
    command = [sys.executable, "-P", str(Path(extraction.__file__))]
    with subprocess.Popen(  # noqa: S603 - this program's own file, and nothing else in the command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            output, error = process.communicate(data, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            output, error = process.communicate()
        code = process.returncode
    return decode_output(output, error.decode("utf-8", "replace"), code)


def decode_output(output: bytes, error: str, code: int) -> Extracted:
    """What the process wrote, up to the page at which it ended; a code below 0 is the signal that ended it."""
    # A line that was cut off says nothing.
    lines = output.split(b"\n")[:-1]
    info = msgspec.json.decode(lines[0], type=PdfInfo) if lines else PdfInfo(pages=0)
    pages = tuple(msgspec.json.decode(line, type=PdfPage) for line in lines[1:])
    findings: tuple[Finding, ...] = ()
    if code < 0:
        findings = (_report_ended(len(pages), info.pages, code),)
    elif code:
        findings = (report_failure("pdfium", RuntimeError(error)),)
    elif len(pages) < info.pages:
        most = f"{MOST_PAGES:,} pages or {MOST_CHARACTERS:,} characters"
        message = f"only {len(pages)} of {info.pages} pages are read, for there are more than {most}"
        findings = (Finding(code="read-too-large", level="problem", message=message),)
    return Extracted(info, pages, findings)


def _report_ended(read: int, pages: int, code: int) -> Finding:
    of = f" of {pages}" if pages else ""
    message = f"page {read + 1}{of} cannot be read: it takes too long or too much memory, or is broken (signal {-code})"
    return Finding(code="read-failed", level="problem", message=message)
