"""`onrecord status`."""

from pathlib import Path

import click
from rich.table import Table

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, count, get_console, is_table, print_json_lines
from onrecord.model import Status
from onrecord.record import open_record

# A record may hold hundreds of speakers; `--format jsonl` names them all.
SPEAKERS_SHOWN = 10


@click.command()
@record_option
@format_option
def status(record_path: Path, output: Format | None) -> None:
    """Show what the record holds: documents, words, speakers, dates, findings.

    \b
    Example:  onrecord status --record office.record
    """
    with open_record(record_path) as record:
        found = record.get_status()
    if is_table(output):
        _print_status(found)
    else:
        print_json_lines((found,))


def _print_status(found: Status) -> None:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column()
    versions = f", {found.versions} versions" if found.versions != found.documents else ""
    table.add_row("record", f"{found.path} (schema {found.schema})")
    table.add_row("documents", f"{found.documents:,}{versions}: {_list(found.forms)}")
    table.add_row("words", f"{found.words:,}")
    table.add_row("dates", f"{found.earliest or 'unknown'} to {found.latest or 'unknown'}")
    table.add_row("speakers", f"{len(found.speakers)}: {_list(found.speakers, SPEAKERS_SHOWN)}")
    table.add_row("sources", f"{found.sources:,} at {found.addresses:,} addresses, {found.bytes:,} bytes")
    behind = f", {found.unindexed} documents not covered yet: run `onrecord reindex`" if found.unindexed else ""
    table.add_row("index", f"{count(found.segments, 'segment')}{behind}")
    table.add_row("findings", _list(found.findings) or "none")
    get_console().print(table)


def _list(counts: dict[str, int], most: int | None = None) -> str:
    shown = ", ".join(f"{name} {count}" for name, count in list(counts.items())[:most])
    return f"{shown}, …" if most is not None and len(counts) > most else shown
