"""The command `onrecord`."""

import sys

import click

from onrecord.cli.add import add
from onrecord.cli.audit import audit
from onrecord.cli.check import check
from onrecord.cli.cite import cite
from onrecord.cli.findings import findings
from onrecord.cli.reindex import reindex
from onrecord.cli.schema import schema
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.status import status
from onrecord.cli.trace import trace
from onrecord.cli.verify import verify
from onrecord.errors import OnrecordError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Did they say that, when, and where does the record show it?

    Onrecord reads what an office publishes into a checkable record, and tells for every quotation whether these are
    the words of the record. It judges wording and provenance, never truth.

    \b
    onrecord add speeches/ --office office.toml     make a record
    onrecord audit draft.md                         check every quotation of a draft
    onrecord check "We shall overcome." --by King   check one

    Exit codes: 0 all is well, 1 something is not (see the output), 2 wrong use or failure.
    """


for command in (add, audit, check, cite, findings, reindex, schema, search, serve, show, status, trace, verify):
    main.add_command(command)


def run() -> None:
    """The entry point: errors of use and of the disk become one line on standard error and exit code 2."""
    try:
        main()
    except (OnrecordError, OSError) as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
