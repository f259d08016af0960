"""`onrecord restore`."""

from pathlib import Path

import click

from onrecord.cli.options import record_option
from onrecord.cli.output import say
from onrecord.record import restore_record


@click.command()
@click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
@record_option
def restore(source: Path, record_path: Path) -> None:
    """Make a record of a backup: every hash is checked, nothing is overwritten, the index is built again.

    \b
    Example:  onrecord restore /backups/office-2026-11-22 --record office.record
    """
    made = restore_record(source, record_path)
    say(f"{made.documents:,} documents, {made.sources:,} sources as of {made.made:%Y-%m-%d %H:%M} · {record_path}")
