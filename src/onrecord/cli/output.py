"""Where the answers of a command go: a table for people, JSON lines for programs."""

import enum
import sys
from collections.abc import Iterable

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

# Wide enough for a table that is piped into a file or a pager.
PIPED_WIDTH = 120


class Format(enum.Enum):
    """How a command prints its answers."""

    TABLE = "table"
    JSONL = "jsonl"


def is_table(output: Format | None) -> bool:
    """Whether to print for people: as asked, else by what standard output is."""
    return sys.stdout.isatty() if output is None else output is Format.TABLE


def get_console() -> Console:
    """A console on standard output; without a terminal it prints no colour and does not wrap at 80 columns."""
    return Console(width=None if sys.stdout.isatty() else PIPED_WIDTH, highlight=False)


def print_json_lines(records: Iterable[msgspec.Struct]) -> None:
    """One JSON object a line."""
    for record in records:
        click.echo(msgspec.json.encode(record).decode())


def say(message: str) -> None:
    """One line for people on standard error, so that a pipe stays clean."""
    click.echo(message, err=True)


def count(number: int, noun: str) -> str:
    """A number with its noun, in the singular for one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def get_progress() -> Progress:
    """A progress bar on standard error that leaves nothing behind; silent where that is no terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
