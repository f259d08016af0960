"""`onrecord cite`."""

from pathlib import Path
from typing import get_args

import click

from onrecord.cli.options import record_option
from onrecord.export.citation import Style, write_citation
from onrecord.record import open_record


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--style", type=click.Choice(get_args(Style)), default="text", show_default=True, help="How to print it.")
@record_option
def cite(id_: str, style: Style, record_path: Path) -> None:
    """Print a citation of a document or a passage that pins its version and its place.

    \b
    Example:  onrecord cite p4f1c9a2b7e.1200-1310 --style wikipedia
    """
    with open_record(record_path) as record:
        click.echo(write_citation(record.get_citation(id_), style))
