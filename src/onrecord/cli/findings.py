"""`onrecord findings`, and how findings are printed."""

from collections.abc import Sequence
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_console, is_table, print_json_lines
from onrecord.model import Finding, Level, Where
from onrecord.record import open_record


@click.command()
@click.option("--code", default="", help="Only codes that begin like this, such as `read-`.")
@click.option("--level", type=click.Choice(("note", "problem")), help="Only notes, or only problems.")
@record_option
@format_option
def findings(code: str, level: Level | None, record_path: Path, output: Format | None) -> None:
    """List what could not be read, dated or reconciled, each with its place.

    \b
    Example:  onrecord findings --code read- --record office.record
    """
    with open_record(record_path) as record:
        found = record.find_findings(code=code, level=level)
    if is_table(output):
        print_findings(found)
    else:
        print_json_lines(found)


def print_findings(found: Sequence[Finding]) -> None:
    """A table of findings; prints nothing where there is none."""
    if not found:
        return
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("finding", "where", "what"):
        table.add_column(name, overflow="fold")
    for finding in found:
        colour = "red" if finding.level == "problem" else "yellow"
        table.add_row(Text(finding.code, style=colour), Text(describe_place(finding.where)), Text(finding.message))
    get_console().print(table)


def describe_place(where: Where) -> str:
    """The place of a finding as a reader would name it."""
    place = " ".join(part for part in (where.document, where.address) if part)
    return f"{place} {where.span.start}-{where.span.end}".strip() if where.span else place
