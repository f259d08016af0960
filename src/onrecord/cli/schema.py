"""`onrecord schema`."""

import json

import click
import msgspec

from onrecord.model import Comparison, Document, Finding, Moment, Passage, Ruling, Tombstone, Trace, Version

_NOUNS = {
    "comparison": Comparison,
    "document": Document,
    "finding": Finding,
    "moment": Moment,
    "passage": Passage,
    "ruling": Ruling,
    "tombstone": Tombstone,
    "trace": Trace,
    "version": Version,
}


@click.command()
@click.argument("noun", type=click.Choice(tuple(_NOUNS)))
def schema(noun: str) -> None:
    """Print the JSON schema of what `--format jsonl` prints.

    \b
    Example:  onrecord schema trace > trace.schema.json
    """
    click.echo(json.dumps(msgspec.json.schema(_NOUNS[noun]), indent=2, ensure_ascii=False))
