"""`onrecord schema`."""

import json

import click
import msgspec

from onrecord.model import Document, Finding, Moment, Passage, Trace

_NOUNS = {"trace": Trace, "document": Document, "finding": Finding, "passage": Passage, "moment": Moment}


@click.command()
@click.argument("noun", type=click.Choice(tuple(_NOUNS)))
def schema(noun: str) -> None:
    """Print the JSON schema of what `--format jsonl` prints.

    \b
    Example:  onrecord schema trace > trace.schema.json
    """
    click.echo(json.dumps(msgspec.json.schema(_NOUNS[noun]), indent=2, ensure_ascii=False))
