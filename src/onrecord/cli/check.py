"""`onrecord check`."""

import sys
from pathlib import Path

import click

from onrecord.batch import trace_quotations
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_progress, is_table, print_json_lines
from onrecord.cli.traces import get_exit_code, print_trace, print_traces
from onrecord.errors import EmptyQuotation
from onrecord.model import Claim
from onrecord.read import read_claims
from onrecord.record import get_quotation, open_record

_MARKS = "\"'“”„‘’«» \n\t"  # noqa: RUF001 - curly marks are meant


@click.command()
@click.argument("text", required=False)
@click.option("--by", default="", help="Who is said to have said it.")
@click.option("--on", default="", help="When: 2005-08-24, 2005-08, 2005, or Aug 24, 2005.")
@click.option(
    "--file", "table_path", type=click.Path(path_type=Path), help="A table of quotations instead (CSV: text, by, on)."
)
@record_option
@format_option
def check(
    text: str | None, by: str, on: str, table_path: Path | None, record_path: Path, output: Format | None
) -> None:
    """Check one quotation: where the record has these words, and what was changed. `-` reads it from standard input.

    \b
    Example:  onrecord check "Four score and seven years ago" --by Lincoln --on 1863
              onrecord check --file quotations.csv
    """
    claims = read_claims(table_path) if table_path else (Claim(text=_get_words(text), by=by, on=on),)
    with open_record(record_path) as record, get_progress() as progress:
        quotations = [get_quotation(claim) for claim in claims]
        traces = list(progress.track(trace_quotations(record, quotations), total=len(claims), description="checking"))
    if not is_table(output):
        print_json_lines(traces)
    elif table_path:
        print_traces(traces)
    else:
        print_trace(traces[0])
    sys.exit(get_exit_code(traces))


def _get_words(text: str | None) -> str:
    words = (sys.stdin.read() if text == "-" else text or "").strip(_MARKS)
    if not words:
        raise EmptyQuotation
    return words
