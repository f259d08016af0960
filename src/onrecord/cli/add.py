"""`onrecord add`."""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TypedDict, Unpack

import click

from onrecord.cli.findings import print_findings
from onrecord.cli.options import format_option, record_option
from onrecord.cli.output import Format, get_progress, is_table, print_json_lines, say
from onrecord.errors import AddressMissing, NothingToAdd
from onrecord.fetch.addresses import is_address
from onrecord.model import Addition, Delivery, Entry, Office
from onrecord.read import MAX_SIZE, read_manifest, read_office
from onrecord.record import Record, open_record
from onrecord.store.files import find_wanted

MEGABYTE = 1_000_000


@click.command()
@click.argument("what", nargs=-1, metavar="[FILES | FOLDERS | 'PATTERNS' | ADDRESSES | -]...")
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
    help="Look for nothing in running prose: what a page quotes is not marked as quoted.",
)
@click.option("--address", default="", help="The name or the URL under which `-`, standard input, is added.")
@click.option(
    "--max-size",
    type=click.IntRange(1),
    default=MAX_SIZE // MEGABYTE,
    show_default=True,
    help="The size in MB beyond which a source is refused, packed or unpacked.",
)
@click.option("--delay", type=click.FloatRange(0), default=1.0, show_default=True, help="Seconds between two pages.")
@click.option("--allow-private", is_flag=True, help="Fetch from hosts that are not on the public internet, too.")
@record_option
@format_option
def add(
    what: tuple[str, ...],
    office_path: Path | None,
    manifest_path: Path | None,
    published: str,
    no_attribution: bool,
    address: str,
    max_size: int,
    delay: float,
    allow_private: bool,
    record_path: Path,
    output: Format | None,
) -> None:
    """Add files, folders and pages of the web to a record, which is made where there is none.

    Adding the same bytes again changes nothing; changed bytes at the same place become a new version. What cannot be
    read is a finding, and the rest goes on. Pages are fetched as the site's robots.txt allows, and only if changed.

    \b
    Example:  onrecord add speeches/ --office office.toml --record office.record
              onrecord add 'pages/*.html' https://office.example/speeches/1
    """
    if not what and manifest_path is None:
        raise NothingToAdd
    if "-" in what and not address:
        raise AddressMissing
    paths = tuple(Path(one) for one in what if one != "-" and not is_address(one))
    pages = tuple(one for one in what if is_address(one))
    most = max_size * MEGABYTE
    office = read_office(office_path) if office_path else Office()
    entries = _get_entries(manifest_path)
    wants_files = bool(paths) or not what
    total = sum(1 for _ in find_wanted(paths, entries)) if wants_files else 0
    told = _Told(office=office, max_size=most, published=published, attribution=not no_attribution)
    with open_record(record_path, create=True) as record, get_progress() as progress:
        task = progress.add_task("adding", total=total + len(pages) + ("-" in what))
        done = []
        streams = (
            record.add(paths, entries=entries, **told) if wants_files else (),
            _add_input(record, address, **told) if "-" in what else (),
            record.add_pages(pages, delay=delay, allow_private=allow_private, **told),
        )
        for addition in chain.from_iterable(streams):
            progress.advance(task)
            # What is printed is on disk: whoever reads the lines may rely on them while the command goes on.
            if not is_table(output):
                print_json_lines((addition,))
            done.append(addition)
    if is_table(output):
        print_findings([finding for addition in done for finding in addition.findings])
    _say_counts(done, record_path)
    sys.exit(0 if all(map(_is_whole, done)) else 1)


def _is_whole(addition: Addition) -> bool:
    """Whether all of a source was taken in."""
    lost = any(finding.level == "problem" and finding.code.startswith("read-") for finding in addition.findings)
    return addition.outcome != "refused" and not lost


class _Told(TypedDict):
    """What is said of all that is added."""

    office: Office
    max_size: int
    published: str
    attribution: bool


def _add_input(record: Record, address: str, **told: Unpack[_Told]) -> Iterator[Addition]:
    delivery = Delivery(data=sys.stdin.buffer.read(told["max_size"] + 1))
    yield record.add_delivery(delivery, address=address, **told)


def _get_entries(manifest_path: Path | None) -> tuple[tuple[Path, Entry], ...]:
    if manifest_path is None:
        return ()
    return tuple((manifest_path.parent / entry.path, entry) for entry in read_manifest(manifest_path))


def _say_counts(done: list[Addition], record_path: Path) -> None:
    counts = Counter(addition.outcome for addition in done)
    words = sum(addition.words for addition in done)
    say(
        f"{counts['new']} new ({words:,} words), {counts['version']} changed, {counts['copy']} copies of known bytes, "
        f"{counts['known']} known, {counts['refused']} not taken in · {record_path}"
    )
