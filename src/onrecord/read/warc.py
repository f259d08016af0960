"""Web archives (WARC; ISO 28500)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import msgspec

from onrecord.model import Capture, Fact, Finding, Header, Where
from onrecord.read.media import Media, find_media
from onrecord.read.page import Page
from onrecord.read.pages import get_reader
from onrecord.read.raw import Raw
from onrecord.read.records import Broken, Record, find_records

# What a page, a document or a text is served as; of the rest the bytes may still tell.
_TYPES = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "application/pdf",
        "text/plain",
        "text/markdown",
        "text/vtt",
        "application/x-subrip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
    }
)
_UNSURE = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/download"})
_READ: frozenset[Media] = frozenset({"html", "pdf", "docx", "odt", "subtitles"})
_MOST_HEADERS = 100
_LONGEST_VALUE = 1000
# A cookie is the visitor's, not the page's.
_LEFT_OUT = frozenset({"set-cookie", "set-cookie2"})
_MOST_NAMED = 4


def read_warc(raw: Raw, seen: set[str] | None = None) -> Iterator[Page | Finding]:
    """A page for every response that is HTML, PDF or text; what was left out is counted in one finding.

    `seen` are the parts that other archives of the same source have taken.
    """
    parts = set() if seen is None else seen
    skipped: Counter[str] = Counter()
    record: Record | Broken | None = None
    for record in find_records(raw):
        if isinstance(record, Broken):
            yield Finding(code="read-record-broken", level="problem", message=record.why)
            continue
        inner = _get_inner(record, raw)
        if inner is None:
            skipped[record.content_type or "no type"] += 1
            continue
        if record.cut_off:
            message = f"{record.url}: the record is cut off; its end is missing"
            yield Finding(code="read-cut-off", level="problem", message=message)
        for found in get_reader(find_media(inner))(inner):
            yield _describe(found, record) if isinstance(found, Finding) else _place(found, record, parts)
    if skipped:
        yield _report_skipped(skipped)
    if record is None:
        yield Finding(code="read-no-text", level="problem", message="a web archive without a single response")


def _get_inner(record: Record, raw: Raw) -> Raw | None:
    """What is to be read of the record; `None` where it is no page."""
    told = record.content_type.partition(";")[0].strip().lower()
    inner = Raw(
        data=record.data,
        address=record.url,
        office=raw.office,
        content_type=record.content_type,
        max_size=raw.max_size,
        depth=raw.depth + 1,
    )
    if not record.is_page or record.url.endswith("/robots.txt"):
        return None
    return inner if told in _TYPES or (told in _UNSURE and find_media(inner) in _READ) else None


def _describe(finding: Finding, record: Record) -> Finding:
    return msgspec.structs.replace(finding, message=f"{record.url}: {finding.message}", where=Where())


def _place(page: Page, record: Record, parts: set[str]) -> Page:
    """The page with the address that it has in the archive, and how it was got."""
    part = f"{record.url} {page.part}".strip()
    if part in parts:
        part = f"{part} {record.date}".strip()
    number = 2
    while part in parts:
        part = f"{part.rpartition('#')[0] or part}#{number}"
        number += 1
    parts.add(part)
    url = Fact(name="url", text=record.url, origin="page")
    sheet = msgspec.structs.replace(page.sheet, facts=(url, *page.sheet.facts))
    return page._replace(sheet=sheet, part=part, capture=_build_capture(record))


def _build_capture(record: Record) -> Capture:
    kept = [(name, value) for name, value in record.headers if name.lower() not in _LEFT_OUT]
    headers = (Header(name=name, value=value[:_LONGEST_VALUE]) for name, value in kept[:_MOST_HEADERS])
    return Capture(url=record.url, at=_parse_time(record.date), status=record.status, headers=tuple(headers))


def _parse_time(date: str) -> dt.datetime | None:
    try:
        time = dt.datetime.fromisoformat(date)
        return time.replace(tzinfo=dt.UTC) if time.tzinfo is None else time.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def _report_skipped(skipped: Counter[str]) -> Finding:
    named = ", ".join(f"{count} {kind.partition(';')[0]}" for kind, count in skipped.most_common(_MOST_NAMED))
    more = ", …" if len(skipped) > _MOST_NAMED else ""
    message = f"{skipped.total():,} responses are no page, PDF or text and were left out: {named}{more}"
    return Finding(code="read-skipped", level="note", message=message)
