"""`onrecord trace`."""

import sys
from collections import Counter
from pathlib import Path

import click

from onrecord.batch import trace_quotations
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, count, get_progress, is_table, print_json_lines, say
from onrecord.cli.traces import print_traces
from onrecord.model import Trace
from onrecord.record import Record, open_record


@click.command()
@click.argument("id_", metavar="ID", required=False)
@click.option("--all", "is_all", is_flag=True, help="Trace every quotation of the record's reports and essays.")
@record_option
@format_option
def trace(id_: str | None, is_all: bool, record_path: Path, output: Format | None) -> None:
    """Link the record's own quotations to their transcripts, and show the links of one document.

    `--all` traces them and keeps the traces; what finds no passage is traced again whenever documents are added. With
    the ID of a document, the kept traces are printed: what it quotes, and who quotes it.

    \b
    Example:  onrecord trace --all
              onrecord trace d4f1c9a2b7e
    """
    if is_all == bool(id_):
        raise click.UsageError("give the ID of a document, or --all")  # noqa: TRY003, EM101 - click's own error
    with open_record(record_path) as record:
        traces = _trace_all(record) if is_all else _find_both_ways(record, id_ or "")
    if is_table(output):
        print_traces(traces)
    else:
        print_json_lines(traces)
    verdicts = ", ".join(f"{verdict} {number}" for verdict, number in Counter(t.verdict for t in traces).most_common())
    say(f"{count(len(traces), 'quotation')}: {verdicts}" if traces else "no quotations")
    sys.exit(0)


def _trace_all(record: Record) -> tuple[Trace, ...]:
    quotations = record.find_own_quotations()
    with get_progress() as progress:
        traced = progress.track(trace_quotations(record, quotations), total=len(quotations), description="tracing")
        traces = tuple(traced)
    record.keep_traces(traces)
    return traces


def _find_both_ways(record: Record, given: str) -> tuple[Trace, ...]:
    document = record.get_document(given).id
    return (*record.find_traces(document), *record.find_quoting(document))
