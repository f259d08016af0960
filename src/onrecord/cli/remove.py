"""`onrecord remove`."""

from pathlib import Path

import click

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, is_table, print_json_lines, say
from onrecord.record import open_record


@click.command()
@click.argument("document", metavar="DOC")
@click.option("--because", required=True, help="Why; the tombstone says it to everybody who asks for the document.")
@record_option
@format_option
def remove(document: str, because: str, record_path: Path, output: Format | None) -> None:
    """Remove a document with all its versions and their bytes; a tombstone says when and why.

    Its bytes are not taken in again. Backups made before still hold them.

    \b
    Example:  onrecord remove d4f1c9a2b7e --because "published by mistake" --record office.record
    """
    with open_record(record_path) as record:
        tombstone = record.remove(document, because=because)
    if is_table(output):
        say(f"{tombstone.document} was removed ({len(tombstone.versions)} versions), because {tombstone.because}")
    else:
        print_json_lines((tombstone,))
