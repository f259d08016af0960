"""`onrecord unrule`."""

from pathlib import Path

import click

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, is_table, print_json_lines, say
from onrecord.cli.rulings import describe_ruling
from onrecord.record import open_record


@click.command()
@click.argument("ruling", metavar="RULING")
@record_option
@format_option
def unrule(ruling: str, record_path: Path, output: Format | None) -> None:
    """Undo a ruling (r…): the document shows again what was read.

    \b
    Example:  onrecord unrule r4f1c9a2b7e --record office.record
    """
    with open_record(record_path) as record:
        undone = record.unrule(ruling)
    if is_table(output):
        say(f"undone: {describe_ruling(undone)}")
    else:
        print_json_lines((undone,))
