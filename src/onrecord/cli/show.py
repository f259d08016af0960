"""`onrecord show`."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.dates import describe_dates
from onrecord.cli.findings import print_findings
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_console, is_table, print_json_lines, say
from onrecord.cli.rulings import describe_ruling
from onrecord.cli.search import print_hit
from onrecord.model import Document, Passage
from onrecord.record import Record, open_record

_STYLES = {
    "editorial": "dim",
    "note-reference": "cyan",
    "stage-direction": "dim italic",
    "scripture": "blue",
    "date": "green",
}


@click.command()
@click.argument("id_", metavar="ID")
@record_option
@format_option
def show(id_: str, record_path: Path, output: Format | None) -> None:
    """Show a document (d…), a version of one (v…) or a passage (p…) in its context.

    \b
    Example:  onrecord show d4f1c9a2b7e --record office.record
    """
    with open_record(record_path) as record:
        if id_.startswith("p"):
            passage = record.get_passage(id_)
            if is_table(output):
                print_hit(passage)
            else:
                print_json_lines((passage,))
            _say_successor(record, passage)
            return
        doc = record.get_document(id_)
        if is_table(output):
            _print_document(record, doc)
        else:
            print_json_lines((doc,))


def _say_successor(record: Record, passage: Passage) -> None:
    """Where the words of an older version stand now, on standard error."""
    if record.is_current(passage.version):
        return
    current = record.get_document(passage.document).version
    if current == passage.version:
        say(f"no address yields {passage.version} any more; it is the last version of {passage.document}")
        return
    successor = record.find_successor(passage)
    told = f"the same words stand in {successor.id} now" if successor else "these words are gone from it"
    say(f"{passage.version} is superseded by {current}: {told} (`onrecord diff {passage.document}`)")


def _print_document(record: Record, doc: Document) -> None:
    console = get_console()
    console.print(Text(doc.title, style="bold"))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in _get_facts(record, doc):
        if value:
            table.add_row(Text(name, style="dim"), Text(value))
    console.print(table)
    for line in describe_dates(doc) if doc.date.clues or doc.published.clues else (Text("date: unknown"),):
        console.print(line)
    print_findings(record.find_findings(document=doc.id))
    _print_text(console, doc)


def _get_facts(record: Record, doc: Document) -> list[tuple[str, str]]:
    versions = record.find_versions(doc.id)
    return [
        ("id", doc.id),
        ("version", f"{doc.version} ({len(versions)} in all)" if len(versions) > 1 else doc.version),
        ("form", doc.form),
        ("speaker", doc.speaker),
        ("occasion", doc.event.name if doc.event else ""),
        ("participants", ", ".join(each.name for each in doc.event.participants) if doc.event else ""),
        ("by turns", ", ".join(dict.fromkeys(turn.speaker for turn in doc.turns if turn.speaker))),
        ("publisher", doc.publisher),
        ("text", "" if doc.completeness == "unknown" else doc.completeness),
        ("tags", ", ".join(doc.tags)),
        ("rulings", "; ".join(map(describe_ruling, record.find_rulings(document=doc.id)))),
        ("addresses", ", ".join(record.find_addresses(doc.source))),
        ("sha-256", doc.source),
    ]


def _print_text(console: Console, doc: Document) -> None:
    text = Text(doc.text)
    for mark in doc.marks:
        text.stylize(_STYLES.get(mark.kind, ""), mark.span.start, mark.span.end)
    for block in doc.blocks:
        if block.kind in {"heading", "kicker"}:
            text.stylize("bold", block.span.start, block.span.end)
    console.print()
    console.print(text)
