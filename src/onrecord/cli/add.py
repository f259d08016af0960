"""`onrecord add`."""

import sys
from collections import Counter
from pathlib import Path

import click

from onrecord.cli.findings import print_findings
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_progress, is_table, print_json_lines, say
from onrecord.errors import NothingToAdd
from onrecord.model import Addition, Entry, Office
from onrecord.read import read_manifest, read_office
from onrecord.record import open_record
from onrecord.store.files import find_wanted


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--office", "office_path", type=click.Path(path_type=Path), help="What is known of the office (TOML).")
@click.option(
    "--manifest",
    "manifest_path",
    type=click.Path(path_type=Path),
    help="What is known of each file (CSV: path, url, ...).",
)
@click.option("--published", default="", help="The day on which the pages went out, where they do not say it.")
@click.option(
    "--no-attribution",
    is_flag=True,
    expose_value=False,
    help="Do not look for statements in running prose. This version looks for none; scripts may say so already.",
)
@record_option
@format_option
def add(
    paths: tuple[Path, ...],
    office_path: Path | None,
    manifest_path: Path | None,
    published: str,
    record_path: Path,
    output: Format | None,
) -> None:
    """Add files and folders to a record, which is made where there is none.

    Adding the same bytes again changes nothing; changed bytes at the same place become a new version. What cannot be
    read is a finding, and the rest goes on.

    \b
    Example:  onrecord add speeches/ --office office.toml --record office.record
    """
    if not paths and manifest_path is None:
        raise NothingToAdd
    office = read_office(office_path) if office_path else Office()
    entries = _get_entries(manifest_path)
    total = sum(1 for _ in find_wanted(paths, entries))
    with open_record(record_path, create=True) as record, get_progress() as progress:
        task = progress.add_task("adding", total=total)
        done = []
        for addition in record.add(paths, office=office, entries=entries, published=published):
            progress.advance(task)
            done.append(addition)
    _print_additions(done, record_path, output)
    sys.exit(1 if any(addition.outcome == "refused" for addition in done) else 0)


def _get_entries(manifest_path: Path | None) -> tuple[tuple[Path, Entry], ...]:
    if manifest_path is None:
        return ()
    return tuple((manifest_path.parent / entry.path, entry) for entry in read_manifest(manifest_path))


def _print_additions(done: list[Addition], record_path: Path, output: Format | None) -> None:
    if is_table(output):
        print_findings([finding for addition in done for finding in addition.findings])
    else:
        print_json_lines(done)
    counts = Counter(addition.outcome for addition in done)
    words = sum(addition.words for addition in done)
    say(
        f"{counts['new']} new ({words:,} words), {counts['version']} changed, {counts['copy']} copies of known bytes, "
        f"{counts['known']} known, {counts['refused']} not taken in · {record_path}"
    )
