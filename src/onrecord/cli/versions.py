"""`onrecord versions`."""

from pathlib import Path

import click
from rich.table import Table

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_console, is_table, print_json_lines
from onrecord.model import Version
from onrecord.record import open_record


@click.command()
@click.argument("document", metavar="DOC")
@record_option
@format_option
def versions(document: str, record_path: Path, output: Format | None) -> None:
    """List the versions of a document: every change of the bytes at its address.

    \b
    Example:  onrecord versions d4f1c9a2b7e --record office.record
    """
    with open_record(record_path) as record:
        found = record.find_versions(record.get_document(document).id)
    if is_table(output):
        _print_versions(found)
    else:
        print_json_lines(found)


def _print_versions(found: tuple[Version, ...]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("", "version", "added", "words", "address", ""):
        table.add_column(name, overflow="fold", justify="right" if name == "words" else "left")
    for each in found:
        added = f"{each.added:%Y-%m-%d %H:%M}"
        table.add_row(
            str(each.number), each.id, added, f"{each.words:,}", each.address, "current" if each.current else ""
        )
    get_console().print(table)
