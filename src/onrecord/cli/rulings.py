"""`onrecord rulings`, and how a ruling is told."""

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_console, is_table, print_json_lines
from onrecord.model import Ruling
from onrecord.record import open_record


@click.command()
@click.argument("document", metavar="[DOC]", default="")
@record_option
@format_option
def rulings(document: str, record_path: Path, output: Format | None) -> None:
    """List what was ruled, on what, when and why; `--format jsonl` exports it.

    \b
    Example:  onrecord rulings --format jsonl > rulings.jsonl
    """
    with open_record(record_path) as record:
        found = record.find_rulings(document=record.get_document(document).id if document else "")
    if is_table(output):
        _print_rulings(found)
    else:
        print_json_lines(found)


def describe_ruling(ruling: Ruling) -> str:
    """A ruling in one line."""
    return (
        f"{ruling.id}: the {ruling.field} of {ruling.document} is {ruling.value!r}, read as "
        f"{ruling.before or 'unknown'!r}, because {ruling.because}"
    )


def _print_rulings(found: tuple[Ruling, ...]) -> None:
    if not found:
        return
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("ruling", "made", "document", "field", "read as", "ruled", "because"):
        table.add_column(name, overflow="fold")
    for each in found:
        cells = (each.document, each.field, each.before or "unknown", each.value, each.because)
        table.add_row(each.id, f"{each.made:%Y-%m-%d}", *map(Text, cells))
    get_console().print(table)
