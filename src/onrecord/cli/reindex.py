"""`onrecord reindex`."""

from pathlib import Path

import click

from onrecord.cli.options import record_option
from onrecord.cli.output import count, say
from onrecord.record import open_record


@click.command()
@record_option
def reindex(record_path: Path) -> None:
    """Build the tracing index anew from the stored documents; for an index that `verify` finds damaged.

    \b
    Example:  onrecord reindex --record office.record
    """
    with open_record(record_path) as record:
        record.reindex()
        found = record.get_status()
    say(f"{count(found.documents, 'document')} in {count(found.segments, 'segment')}")
