"""Options that several commands take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from onrecord.cli.output import Format

DEFAULT_RECORD = Path("onrecord.record")

Command = Callable[..., Any]


def record_option(command: Command) -> Command:
    """`--record`, else `$ONRECORD_RECORD`, else `./onrecord.record`."""
    return click.option(
        "--record",
        "record_path",
        envvar="ONRECORD_RECORD",
        default=DEFAULT_RECORD,
        show_default=True,
        show_envvar=True,
        type=click.Path(path_type=Path),
        help="The folder of the record.",
    )(command)


def format_option(command: Command) -> Command:
    """`--format`: a table on a terminal, JSON lines elsewhere, unless one is named."""
    return click.option(
        "--format",
        "output",
        type=click.Choice(Format, case_sensitive=False),
        default=None,
        help="Tables for reading, or one JSON object a line.  [default: table on a terminal, jsonl when piped]",
    )(command)
