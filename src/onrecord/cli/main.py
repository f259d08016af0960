"""The command `onrecord`."""

import errno
import sys
from typing import NoReturn

import click

from onrecord.cli.add import add
from onrecord.cli.audit import audit
from onrecord.cli.backup import backup
from onrecord.cli.check import check
from onrecord.cli.cite import cite
from onrecord.cli.compact import compact
from onrecord.cli.dates import dates
from onrecord.cli.diff import diff
from onrecord.cli.findings import findings
from onrecord.cli.reindex import reindex
from onrecord.cli.remove import remove
from onrecord.cli.restore import restore
from onrecord.cli.rule import rule
from onrecord.cli.rulings import rulings
from onrecord.cli.schema import schema
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.status import status
from onrecord.cli.timeline import timeline
from onrecord.cli.trace import trace
from onrecord.cli.unrule import unrule
from onrecord.cli.verify import verify
from onrecord.cli.versions import versions
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


_ASKING = (audit, check, cite, dates, search, serve, timeline)
_LOOKING = (diff, findings, rulings, schema, show, status, verify, versions)
_WRITING = (add, backup, compact, reindex, remove, restore, rule, trace, unrule)
for command in (*_ASKING, *_LOOKING, *_WRITING):
    main.add_command(command)


def run() -> None:
    """The entry point: errors of use and of the disk become one line on standard error and exit code 2."""
    try:
        main()
    except OnrecordError as error:
        _fail(str(error))
    except OSError as error:
        # A full disk, a folder that may not be read or written: no fault of the program.
        place = f" ({error.filename})" if error.filename else ""
        is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        _fail(f"{error.strerror or error}{place}{'; what was reported as added is kept' if is_full else ''}")


def _fail(message: str) -> NoReturn:
    click.echo(f"onrecord: {' '.join(message.split())}", err=True)
    sys.exit(2)
