"""`onrecord rule`."""

from pathlib import Path

import click

from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, is_table, print_json_lines, say
from onrecord.cli.rulings import describe_ruling
from onrecord.errors import BadRuling
from onrecord.model import RulingField
from onrecord.record import open_record


@click.command()
@click.argument("document", metavar="DOC")
@click.option("--date", help="When it was said: 2005-08-24, 2005-08, 2005, 2004/2006, or Aug 24, 2005.")
@click.option("--speaker", help="Whose words it holds.")
@click.option("--form", help="What it is: transcript, report, essay, …")
@click.option("--title", help="What it is called.")
@click.option("--because", required=True, help="Why, for those who read it later.")
@record_option
@format_option
def rule(
    document: str,
    date: str | None,
    speaker: str | None,
    form: str | None,
    title: str | None,
    because: str,
    record_path: Path,
    output: Format | None,
) -> None:
    """Correct one thing that was read of a document: its date, speaker, form or title.

    What was read is kept, and comes back with `onrecord unrule`. A ruling holds for new versions too, as long as they
    state what was ruled on.

    \b
    Example:  onrecord rule d4f1c9a2b7e --date 2005-08-24 --because "the broadcast of that day"
    """
    field, value = _get_one({"date": date, "speaker": speaker, "form": form, "title": title})
    with open_record(record_path) as record:
        ruling = record.rule(document, field, value, because=because)
    if is_table(output):
        say(describe_ruling(ruling))
    else:
        print_json_lines((ruling,))


def _get_one(given: dict[RulingField, str | None]) -> tuple[RulingField, str]:
    values = [(field, value) for field, value in given.items() if value is not None]
    if len(values) != 1:
        raise BadRuling(reason="give one of --date, --speaker, --form and --title; each is a ruling of its own")
    return values[0]
