"""`onrecord diff`."""

from pathlib import Path

import click
from rich.text import Text

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_console, is_table, print_json_lines
from onrecord.errors import UnknownId
from onrecord.model import Change, Comparison, Document
from onrecord.record import Record, open_record

# Characters around a change; two changes with less than both of these between them stand on one line.
CONTEXT = 80


@click.command()
@click.argument("document", metavar="DOC")
@click.argument("before", metavar="[OLD", default="")
@click.argument("after", metavar="NEW]", default="")
@record_option
@format_option
def diff(document: str, before: str, after: str, record_path: Path, output: Format | None) -> None:
    """Show the words removed and added between two versions of a document, of which the last two are meant.

    OLD and NEW are numbers or ids as `onrecord versions` lists them. Differences of typography are counted, not shown.

    \b
    Example:  onrecord diff d4f1c9a2b7e 1 3 --record office.record
    """
    with open_record(record_path) as record:
        one, other = _find_pair(record, document, before, after)
        comparison = record.compare(one, other)
        if is_table(output):
            _print_comparison(comparison, record.get_document(one), record.get_document(other))
        else:
            print_json_lines((comparison,))


def _find_pair(record: Record, document: str, before: str, after: str) -> tuple[str, str]:
    """The ids of the versions that were asked for; where nothing was, of the last two."""
    found = record.find_versions(record.get_document(document).id)
    known = {key: each.id for each in found for key in (str(each.number), each.id)}
    for given in (before, after):
        if given and given not in known:
            raise UnknownId(given)
    newest = known[after] if after else found[-1].id
    if before:
        return known[before], newest
    place = [each.id for each in found].index(newest)
    return found[max(0, place - 1)].id, newest


def _print_comparison(comparison: Comparison, before: Document, after: Document) -> None:
    console = get_console()
    console.print(Text(f"{comparison.before} → {comparison.after}", style="dim"))
    for each in comparison.restated:
        console.print(Text(f"{each.field}: ").append_text(get_change(each.before, each.after)))
    for hunk in _find_hunks(comparison.changes):
        console.print(_get_hunk(hunk, before.text, after.text))
    words = f"{len(comparison.changes)} changes" if comparison.changes else "no word was changed"
    typography = f" · {comparison.typography} typographic differences" if comparison.typography else ""
    console.print(Text(words + typography, style="dim"))


def _find_hunks(changes: tuple[Change, ...]) -> list[list[Change]]:
    """The changes, those near one another together."""
    hunks: list[list[Change]] = []
    for change in changes:
        if hunks and change.after_span.start - hunks[-1][-1].after_span.end < 2 * CONTEXT:
            hunks[-1].append(change)
        else:
            hunks.append([change])
    return hunks


def _get_hunk(hunk: list[Change], before: str, after: str) -> Text:
    start = max(0, hunk[0].after_span.start - CONTEXT)
    end = min(len(after), hunk[-1].after_span.end + CONTEXT)
    line, place = Text("… " if start else ""), start
    for change in hunk:
        line.append(after[place : change.after_span.start])
        # What was left out stood apart from the word before it.
        if not change.added and change.removed and change.before_span.start:
            line.append(" " if before[change.before_span.start - 1].isspace() else "")
        line.append_text(get_change(change.removed, change.added))
        place = change.after_span.end
    return line.append(after[place:end]).append(" …" if end < len(after) else "")


def get_change(removed: str, added: str) -> Text:
    """`[-words removed-]{+words added+}`, coloured on a terminal."""
    change = Text()
    if removed:
        change.append(f"[-{removed}-]", style="red")
    if added:
        change.append(f"{{+{added}+}}", style="green")
    return change
