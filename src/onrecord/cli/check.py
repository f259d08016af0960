"""`onrecord check`."""

import sys
from pathlib import Path

import click

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, is_table, print_json_lines
from onrecord.cli.traces import get_exit_code, print_trace
from onrecord.errors import EmptyQuotation
from onrecord.record import open_record

_MARKS = "\"'“”„‘’«» \n\t"  # noqa: RUF001 - curly marks are meant


@click.command()
@click.argument("text")
@click.option("--by", default="", help="Who is said to have said it.")
@click.option("--on", default="", help="When: 2005-08-24, 2005-08, 2005, or Aug 24, 2005.")
@record_option
@format_option
def check(text: str, by: str, on: str, record_path: Path, output: Format | None) -> None:
    """Check one quotation: where the record has these words, and what was changed. `-` reads it from standard input.

    \b
    Example:  onrecord check "Four score and seven years ago" --by Lincoln --on 1863
    """
    quoted = (sys.stdin.read() if text == "-" else text).strip(_MARKS)
    if not quoted:
        raise EmptyQuotation
    with open_record(record_path) as record:
        trace = record.check(quoted, by=by, on=on)
    if is_table(output):
        print_trace(trace)
    else:
        print_json_lines((trace,))
    sys.exit(get_exit_code((trace,)))
