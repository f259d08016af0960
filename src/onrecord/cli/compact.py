"""`onrecord compact`."""

from pathlib import Path

import click

from onrecord.cli.options import record_option
from onrecord.cli.output import say
from onrecord.record import open_record


@click.command()
@record_option
def compact(record_path: Path) -> None:
    """Merge the index into one segment, and give back the space of what is no longer used.

    \b
    Example:  onrecord compact --record office.record
    """
    before = _measure(record_path)
    with open_record(record_path) as record:
        record.compact()
    say(f"{before:,} bytes before, {_measure(record_path):,} now · {record_path}")


def _measure(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
