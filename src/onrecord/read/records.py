"""The records of a web archive, one after the other, whatever is broken among them."""

import contextlib
import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from warcio.archiveiterator import ArchiveIterator

from onrecord.read.raw import Raw

_KINDS = frozenset({"response", "resource", "conversion"})
_PACKED, _PLAIN = b"\x1f\x8b\x08", b"WARC/1"
# All records together may unpack to this many times the size of the largest source.
_EXPANSION = 20
_MOST_BROKEN = 1000
_FIRST_GOOD, _FIRST_BAD = 200, 300
_CHUNK = 1 << 16


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One response, or a file that was stored as such; `date` is written as the archive has it."""

    url: str
    date: str
    status: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    data: bytes
    cut_off: bool = False

    @property
    def is_page(self) -> bool:
        """Whether the server gave what it was asked for."""
        return _FIRST_GOOD <= self.status < _FIRST_BAD


class Broken(NamedTuple):
    """A record that cannot be read, and why."""

    why: str


def find_records(raw: Raw) -> Iterator[Record | Broken]:
    """Every response in its order; behind a broken record the next sound one is looked for."""
    data = raw.data
    left = _EXPANSION * raw.max_size
    start = broken = 0
    while 0 <= start < len(data) and broken < _MOST_BROKEN:
        stream = io.BytesIO(data)
        stream.seek(start)
        records = ArchiveIterator(stream)
        try:
            for record in _iterate(records, raw.max_size):
                left -= len(record.data) if isinstance(record, Record) else 0
                yield record
                if left < 0:
                    yield Broken(
                        f"the archive unpacks to more than {_EXPANSION * raw.max_size:,} bytes; the rest is not read"
                    )
                    return
        except Exception as failure:  # noqa: BLE001 - a broken record can break the library anywhere
            yield Broken(f"a record behind byte {start:,} is broken: {_describe(failure)}")
            broken += 1
            start = _find_next(data, max(start, records.offset) + 1)
        else:
            if records.offset < len(data.rstrip()):
                yield Broken(f"the record at byte {records.offset:,} is cut off")
            return


def _describe(failure: Exception) -> str:
    return " ".join(str(failure).split())[:120] or type(failure).__name__


def _find_next(data: bytes, start: int) -> int:
    """Where the next record may begin; -1 where there is none."""
    return data.find(_PACKED if data.startswith(b"\x1f\x8b") else _PLAIN, start)


def _iterate(records: Any, most: int) -> Iterator[Record | Broken]:  # noqa: ANN401 - the library has no types
    while True:
        # The library warns on standard error, where the user would not know of what.
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
            errors = records.err_count
        if record is None:
            return
        if errors:
            records.err_count = 0
            yield Broken(f"the record before byte {records.offset:,} does not end where it says")
        if not (record.rec_headers.get_header("Content-Length") or "").isdecimal():
            # What has no length would take all that follows for its own.
            message = "it does not say how long it is"
            raise ValueError(message)
        if record.rec_type in _KINDS:
            yield _read(record, most)


def _read(record: Any, most: int) -> Record | Broken:  # noqa: ANN401 - as above
    about = record.rec_headers
    url = _clean(about.get_header("WARC-Target-URI"))
    data = _read_bounded(record.content_stream(), most)
    if len(data) > most:
        return Broken(f"{url}: the response is more than {most:,} bytes")
    rest = getattr(record.raw_stream, "limit", 0)
    http = record.http_headers
    status = http.get_statuscode() if http is not None else "200"
    kind = http.get_header("Content-Type") if http is not None else about.get_header("Content-Type")
    return Record(
        url=url,
        date=_clean(about.get_header("WARC-Date")),
        status=int(status) if status and status.isascii() and status.isdigit() else 0,
        content_type=_clean(kind),
        headers=tuple((_clean(name), _clean(value)) for name, value in http.headers) if http is not None else (),
        data=data,
        cut_off=bool(rest),
    )


def _read_bounded(stream: Any, most: int) -> bytes:  # noqa: ANN401 - as above
    parts: list[bytes] = []
    size = 0
    while size <= most and (part := stream.read(_CHUNK)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _clean(value: str | None) -> str:
    """The value without what no text may hold."""
    return (value or "").encode("utf-8", "replace").decode().replace("\x00", "").strip()
