"""`onrecord verify`."""

import sys
from pathlib import Path

import click

from onrecord.cli.findings import print_findings
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, count, is_table, print_json_lines, say
from onrecord.record import open_record


@click.command()
@record_option
@format_option
def verify(record_path: Path, output: Format | None) -> None:
    """Recompute the hash of every source and check every stored span against its text.

    \b
    Example:  onrecord verify --record office.record
    """
    with open_record(record_path) as record:
        found = tuple(record.verify())
        counts = None if found else record.get_status()
    if is_table(output):
        print_findings(found)
    else:
        print_json_lines(found)
    if counts is None:
        say(f"{count(len(found), 'problem')} · {record_path}")
        sys.exit(1)
    held = (count(counts.sources, "source"), count(counts.versions, "document"), count(counts.segments, "segment"))
    say(f"{', '.join(held)}: all is as it was added")
