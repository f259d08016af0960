"""`onrecord timeline`."""

import sys
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from onrecord.cli.dates import write_dating
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, count, get_console, is_table, print_json_lines, say
from onrecord.model import Moment
from onrecord.record import open_record


@click.command()
@click.option("--by", default="", help="Only what this person said or took part in.")
@record_option
@format_option
def timeline(by: str, record_path: Path, output: Format | None) -> None:
    """List what was said and what happened by date; what is not known to the day stands as a range.

    \b
    Example:  onrecord timeline --by Khamenei --record office.record
    """
    with open_record(record_path) as record:
        moments = tuple(record.get_timeline(by=by))
        total = record.get_status().documents
    if is_table(output):
        _print_moments(moments)
    else:
        print_json_lines(moments)
    say(f"{len(moments)} of {count(total, 'document')}")
    sys.exit(0 if moments else 1)


def _print_moments(moments: tuple[Moment, ...]) -> None:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("when", "what", "who", "id"):
        table.add_column(name, overflow="fold")
    for moment in moments:
        who = ", ".join(dict.fromkeys(filter(None, (moment.speaker, *moment.participants))))
        style = "yellow" if moment.date.conflicts else "green"
        table.add_row(
            Text(write_dating(moment.date), style=style),
            Text(moment.title),
            Text(who),
            Text(moment.document, style="cyan"),
        )
    get_console().print(table)
