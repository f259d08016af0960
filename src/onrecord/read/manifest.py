"""Manifests: a CSV table that says of each file what it is."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import BadManifest
from onrecord.model import Entry

COLUMNS = Entry.__struct_fields__


def read_manifest(path: Path) -> tuple[Entry, ...]:
    """The entries of the CSV file at `path` in order; its first line names the columns, `path` must be among them.

    Raises `BadManifest` for a column that is not known, a row without a path or with more cells than columns, and a
    path that stands twice.
    """
    entries = tuple(_read_entries(path, _read_text(path)))
    seen: set[str] = set()
    for entry in entries:
        if entry.path in seen:
            raise BadManifest(path, reason=f"{entry.path!r} stands in it twice")
        seen.add(entry.path)
    return entries


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as failure:
        raise BadManifest(path, reason=f"cannot be opened ({failure.strerror})") from failure
    except UnicodeDecodeError as failure:
        raise BadManifest(path, reason=f"is not UTF-8 (byte {failure.start})") from failure


def _read_entries(path: Path, text: str) -> Iterator[Entry]:
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = tuple(cell.strip() for cell in next(rows, []))
        _check_columns(path, columns)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _entry(path, columns, row, rows.line_num)
    except csv.Error as failure:
        raise BadManifest(path, reason=f"line {rows.line_num}: {failure}") from failure


def _check_columns(path: Path, columns: tuple[str, ...]) -> None:
    if "path" not in columns:
        raise BadManifest(path, reason="its first line names no column 'path'")
    for column in columns:
        if column not in COLUMNS or columns.count(column) > 1:
            what = "stands twice" if column in COLUMNS else "is not known"
            raise BadManifest(path, reason=f"the column {column!r} {what}")


def _entry(path: Path, columns: tuple[str, ...], row: list[str], line: int) -> Entry:
    if len(row) > len(columns):
        raise BadManifest(path, reason=f"line {line} has {len(row)} cells for {len(columns)} columns")
    cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False)}
    if not cells["path"]:
        raise BadManifest(path, reason=f"line {line} has no path")
    return Entry(**cells)
