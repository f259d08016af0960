"""`onrecord dates`, and how the reasoning behind a date is printed."""

from collections.abc import Iterator
from pathlib import Path

import click
from rich.text import Text

from onrecord.cli.findings import print_findings
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_console, is_table, print_json_lines
from onrecord.model import Clue, Dating, Days, Document
from onrecord.read import read_office
from onrecord.record import ANY_OFFICE, open_record


@click.command()
@click.argument("id_", metavar="DOCUMENT")
@click.option("--published", default="", help="The day on which its page went out, if you know it; it is not stored.")
@click.option("--office", "office_path", type=click.Path(path_type=Path), help="How the office writes dates (TOML).")
@record_option
@format_option
def dates(id_: str, published: str, office_path: Path | None, record_path: Path, output: Format | None) -> None:
    """Show when a document's words were said, when its page went out, what it cites, and why.

    The dates are worked out anew from the stored text. Each clue says what it allows; `soft` ones weigh, the others
    bind.

    \b
    Example:  onrecord dates d4f1c9a2b7e --published 2024-05-30 --record office.record
    """
    office = read_office(office_path) if office_path else ANY_OFFICE
    with open_record(record_path) as record:
        stored = record.get_document(id_)
        doc, found = stored, record.find_findings(code="date-", document=stored.id)
        if published or office_path:
            doc, found = record.date_again(id_, published=published, office=office)
    if not is_table(output):
        print_json_lines((doc,))
        return
    _print_dates(doc)
    print_findings(found)


def _print_dates(doc: Document) -> None:
    console = get_console()
    console.print(Text(doc.title, style="bold"))
    for line in describe_dates(doc):
        console.print(line)


def describe_dates(doc: Document) -> Iterator[Text]:
    """A line for each date of a document and one for each clue to it."""
    yield from _describe("said", doc.date)
    yield from _describe("published", doc.published)
    for note in doc.notes:
        if note.date.edtf:
            yield Text(f"note {note.label}: ").append(note.date.edtf, style="green")
    if doc.cited:
        yield Text("cites:")
        for clue in doc.cited:
            yield _describe_clue(clue)


def _describe(name: str, dating: Dating) -> Iterator[Text]:
    if not dating.clues:
        return
    line = Text(f"{name}: ").append(write_dating(dating), style="green")
    yield line
    for place, clue in enumerate(dating.clues):
        best = dating.alternatives[0].clues if dating.alternatives else ()
        yield _describe_clue(clue, is_outvoted=bool(best) and not clue.is_soft and place not in best)
    for number, each in enumerate(dating.alternatives, start=1):
        yield Text(f"  reading {number}: {write_days(each.days)} ({len(each.clues)} clues)", style="yellow")


def _describe_clue(clue: Clue, *, is_outvoted: bool = False) -> Text:
    allowed = clue.allows or write_days(Days(earliest=clue.earliest, latest=clue.latest))
    if clue.readings:
        allowed = " or ".join(map(write_days, clue.readings[:_MOST_READINGS]))
    line = Text("  ").append(clue.rule, style="cyan").append(f" “{' '.join(clue.text.split())}”")
    line.append(f" → {allowed}")
    for note, holds in (("soft", clue.is_soft), ("outvoted", is_outvoted)):
        line.append(f" ({note})" if holds else "", style="dim")
    return line


_MOST_READINGS = 4


def write_dating(dating: Dating) -> str:
    """The sure interval and the likely one: `2022, likely 2022-10-12/2022-10-14`."""
    sure = dating.edtf or "unknown"
    if dating.likely is None:
        return sure
    likely = f"likely {write_days(dating.likely)}"
    return f"{sure}, {likely}" if dating.edtf else likely


def write_days(days: Days) -> str:
    """An interval as EDTF, `any day` where it is open at both ends."""
    return Dating.between(days.earliest, days.latest).edtf or "any day"
