"""`onrecord backup`."""

from pathlib import Path

import click

from onrecord.cli.options import record_option
from onrecord.cli.output import say
from onrecord.record import open_record


@click.command()
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path))
@record_option
def backup(destination: Path, record_path: Path) -> None:
    """Copy the record into a new folder while others use it: the database, the sources, and a manifest with hashes.

    \b
    Example:  onrecord backup /backups/office-2026-11-22 --record office.record
    """
    with open_record(record_path) as record:
        made = record.backup(destination)
    say(f"{made.documents:,} documents, {made.sources:,} sources, {made.bytes:,} bytes in {destination}")
