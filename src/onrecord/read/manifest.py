"""Manifests: a CSV table that says of each file what it is."""

from functools import partial
from pathlib import Path

from onrecord.errors import BadManifest
from onrecord.model import Entry
from onrecord.read.table import Table, read_rows

COLUMNS = Entry.__struct_fields__


def read_manifest(path: Path) -> tuple[Entry, ...]:
    """The entries of the CSV file at `path` in order; its first line names the columns, `path` must be among them.

    Raises `BadManifest` for a column that is not known, a row without a path or with more cells than columns, and a
    path that stands twice.
    """
    failure = partial(BadManifest, path)
    entries = tuple(Entry(**cells) for cells in read_rows(path, Table(COLUMNS, "path", failure)))
    seen: set[str] = set()
    for entry in entries:
        if entry.path in seen:
            raise BadManifest(path, reason=f"{entry.path!r} stands in it twice")
        seen.add(entry.path)
    return entries
