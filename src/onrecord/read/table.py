"""Tables that people write: CSV with named columns, read with every doubt said."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from onrecord.errors import OnrecordError


class Failure(Protocol):
    """Makes the error to raise, with its reason."""

    def __call__(self, *, reason: str) -> OnrecordError:
        """The error."""


class Table(NamedTuple):
    """What a table may hold: its columns, the one that no row may lack, and the error to raise with a reason."""

    columns: tuple[str, ...]
    required: str
    failure: Failure


def read_rows(path: Path, table: Table) -> Iterator[dict[str, str]]:
    """The rows of the CSV file at `path`, stripped cells by column; empty rows are passed over.

    Raises what `table.failure` makes for a file that is not UTF-8 or not CSV, a column that is not known, a row with
    more cells than columns or without the required one.
    """
    rows = csv.reader(io.StringIO(_read_text(path, table.failure), newline=""), strict=True)
    try:
        columns = tuple(cell.strip() for cell in next(rows, []))
        _check_columns(columns, table)
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _get_cells(columns, row, rows.line_num, table)
    except csv.Error as error:
        raise table.failure(reason=f"line {rows.line_num}: {error}") from error


def _read_text(path: Path, failure: Failure) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise failure(reason=f"cannot be opened ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise failure(reason=f"is not UTF-8 (byte {error.start})") from error


def _check_columns(columns: tuple[str, ...], table: Table) -> None:
    if table.required not in columns:
        raise table.failure(reason=f"its first line names no column {table.required!r}")
    for column in columns:
        if column not in table.columns or columns.count(column) > 1:
            what = "stands twice" if column in table.columns else "is not known"
            raise table.failure(reason=f"the column {column!r} {what}")


def _get_cells(columns: tuple[str, ...], row: list[str], line: int, table: Table) -> dict[str, str]:
    if len(row) > len(columns):
        raise table.failure(reason=f"line {line} has {len(row)} cells for {len(columns)} columns")
    cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False)}
    if not cells[table.required]:
        raise table.failure(reason=f"line {line} has no {table.required}")
    return cells
