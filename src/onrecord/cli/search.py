"""`onrecord search`."""

import itertools
import sys
from pathlib import Path

import click
from rich.text import Text

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, count, get_console, is_table, print_json_lines, say
from onrecord.model import Passage
from onrecord.record import get_window, open_record


@click.command()
@click.argument("query")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(min=1), help="How many places to print.")
@click.option("--from", "first", default="", help="Only what may be of this day, month or year, or later.")
@click.option("--to", "last", default="", help="Only what may be of this day, month or year, or earlier.")
@record_option
@format_option
def search(query: str, limit: int, first: str, last: str, record_path: Path, output: Format | None) -> None:
    """Find words, or a "phrase", with what stands around them. `word*` finds every word that begins so.

    With `--from` and `--to`, a place is marked `possibly` where its date is not known well enough to be sure.

    \b
    Example:  onrecord search '"arrogant powers" nuclear' --from 2005 --to 2006-08 --record office.record
    """
    within = get_window(first, last)
    with open_record(record_path) as record:
        hits = record.search(query, within=within)
        shown = list(itertools.islice(hits, limit))
        total = len(shown) + sum(1 for _ in hits)
    if is_table(output):
        for hit in shown:
            print_hit(hit, is_sure=hit.date.lies_in(within))
    else:
        print_json_lines(shown)
    say(f"{len(shown)} of {count(total, 'place')}" if total > len(shown) else count(total, "place"))
    sys.exit(0 if total else 1)


def print_hit(hit: Passage, *, is_sure: bool = True) -> None:
    """A place with its words in context (KWIC), and where it stands."""
    line = Text(f"…{hit.prefix}".replace("\n", " "))
    line.append(hit.text, style="bold yellow").append(f"{hit.suffix}…".replace("\n", " "))
    console = get_console()
    console.print(line)
    when = hit.date.edtf if is_sure else f"possibly: {hit.date.edtf or 'unknown date'}"
    about = " · ".join(part for part in (hit.speaker, when, hit.title) if part)
    console.print(Text(f"  {hit.id}", style="cyan").append(f"  {about}", style="dim"))
