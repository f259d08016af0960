"""`onrecord search`."""

import itertools
import sys
from pathlib import Path

import click
from rich.text import Text

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, count, get_console, is_table, print_json_lines, say
from onrecord.model import Passage
from onrecord.record import open_record


@click.command()
@click.argument("query")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(min=1), help="How many places to print.")
@record_option
@format_option
def search(query: str, limit: int, record_path: Path, output: Format | None) -> None:
    """Find words, or a "phrase", with what stands around them. `word*` finds every word that begins so.

    \b
    Example:  onrecord search '"arrogant powers" nuclear' --record office.record
    """
    with open_record(record_path) as record:
        hits = record.search(query)
        shown = list(itertools.islice(hits, limit))
        total = len(shown) + sum(1 for _ in hits)
    if is_table(output):
        for hit in shown:
            print_hit(hit)
    else:
        print_json_lines(shown)
    say(f"{len(shown)} of {count(total, 'place')}" if total > len(shown) else count(total, "place"))
    sys.exit(0 if total else 1)


def print_hit(hit: Passage) -> None:
    """A place with its words in context (KWIC), and where it stands."""
    line = Text(f"…{hit.prefix}".replace("\n", " "))
    line.append(hit.text, style="bold yellow").append(f"{hit.suffix}…".replace("\n", " "))
    console = get_console()
    console.print(line)
    about = " · ".join(part for part in (hit.speaker, hit.date.edtf, hit.title) if part)
    console.print(Text(f"  {hit.id}", style="cyan").append(f"  {about}", style="dim"))
