"""`onrecord audit`."""

import sys
from pathlib import Path
from typing import Literal

import click

from onrecord.cli.options import record_option
from onrecord.cli.output import is_table, print_json_lines, say
from onrecord.cli.traces import get_exit_code, print_traces
from onrecord.errors import PathMissing
from onrecord.export.citation import write_citation
from onrecord.export.report import write_report
from onrecord.model import Trace
from onrecord.record import Record, open_record
from onrecord.store.files import get_address


@click.command()
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@record_option
@click.option(
    "--format",
    "output",
    type=click.Choice(("table", "jsonl", "html")),
    default=None,
    help="Also a page of HTML that stands alone.  [default: table on a terminal, jsonl when piped]",
)
def audit(draft: Path, record_path: Path, output: Literal["table", "jsonl", "html"] | None) -> None:
    """Check every quotation of a draft (text or Markdown; `-` reads standard input).

    What the draft claims of a quotation is the name and the year in its own sentence, or `[speaker, date]` right
    after it. The exit code is 0 only where every quotation may stand as it is.

    \b
    Example:  onrecord audit draft.md --record office.record
    """
    data, address = _read(draft)
    with open_record(record_path) as record:
        done = record.audit(data, address=address)
        if output == "html":
            citations = [_cite(record, trace) for trace in done.traces]
            click.echo(write_report(done.traces, draft=draft.name, citations=citations))
    for finding in done.findings:
        say(f"{finding.code}: {finding.message}")
    if output == "table" or (output is None and is_table(None)):
        print_traces(done.traces)
    elif output != "html":
        print_json_lines(done.traces)
    if not done.traces:
        say(f"no quotations in {draft}")
    is_read = not any(finding.level == "problem" for finding in done.findings)
    sys.exit(get_exit_code(done.traces) if is_read else 1)


def _cite(record: Record, trace: Trace) -> str:
    return write_citation(record.get_citation(trace.passages[0].id), "text") if trace.passages else ""


def _read(draft: Path) -> tuple[bytes, str]:
    if str(draft) == "-":
        return sys.stdin.buffer.read(), "stdin.md"
    try:
        return draft.read_bytes(), get_address(draft)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise PathMissing(draft) from error
