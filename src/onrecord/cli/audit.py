"""`onrecord audit`."""

import sys
from pathlib import Path

import click

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, is_table, print_json_lines, say
from onrecord.cli.traces import get_exit_code, print_traces
from onrecord.errors import PathMissing
from onrecord.record import open_record
from onrecord.store.files import get_address


@click.command()
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@record_option
@format_option
def audit(draft: Path, record_path: Path, output: Format | None) -> None:
    """Check every quotation of a draft (text or Markdown; `-` reads standard input).

    What the draft claims of a quotation is the name and the year in its own sentence, or `[speaker, date]` right
    after it. The exit code is 0 only where every quotation may stand as it is.

    \b
    Example:  onrecord audit draft.md --record office.record
    """
    data, address = _read(draft)
    with open_record(record_path) as record:
        done = record.audit(data, address=address)
    for finding in done.findings:
        say(f"{finding.code}: {finding.message}")
    if is_table(output):
        print_traces(done.traces)
    else:
        print_json_lines(done.traces)
    if not done.traces:
        say(f"no quotations in {draft}")
    is_read = not any(finding.level == "problem" for finding in done.findings)
    sys.exit(get_exit_code(done.traces) if is_read else 1)


def _read(draft: Path) -> tuple[bytes, str]:
    if str(draft) == "-":
        return sys.stdin.buffer.read(), "stdin.md"
    try:
        return draft.read_bytes(), get_address(draft)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise PathMissing(draft) from error
