"""The files that somebody asked to be added."""

import glob
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from onrecord.errors import AddressTwice, PathMissing
from onrecord.model import Entry

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def find_files(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Every file below the paths in natural order, with its address; hidden files are left out. Raises PathMissing.

    A path that is not there may be a pattern (`pages/*.html`, `**` for folders). A link that leads in a circle is no
    file.
    An address is the path from the added folder on, with the folder's own name, so that a later copy of the folder,
    wherever it stands, has the same addresses.
    """
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            for file in sorted(_walk(root), key=_get_order):
                yield file, clean_address(f"{root.name}/{file.relative_to(root).as_posix()}")
        elif path.exists():
            yield path, get_address(path)
        elif found := _find_matching(path):
            yield from ((file, get_address(file)) for file in found)
        else:
            raise PathMissing(path)


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a file, at most one more than `most`, so that what has no end is read no further; raises OSError."""
    with path.open("rb") as file:
        return file.read(most + 1)


def clean_address(text: str) -> str:
    """The address of a file whose name is no text, or no line: such bytes and characters are written in hexadecimal."""
    written = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return _CONTROL.sub(lambda match: f"\\x{ord(match[0]):02x}", written)


def find_wanted(
    paths: Sequence[Path], entries: Iterable[tuple[Path, Entry]]
) -> Iterator[tuple[Path, str, Entry | None]]:
    """Every file to be added with its address and its entry; a URL in the entry is the address.

    Without paths, the files that the entries name are meant, those that are not there too. A file that is named twice
    comes once. Raises PathMissing, and AddressTwice where two files would stand at one address.
    """
    known = {path.resolve(): entry for path, entry in entries}
    found = find_files(paths) if paths else ((path, get_address(path)) for path in known)
    seen: dict[str, Path] = {}
    for path, place in found:
        entry = known.get(path.resolve())
        address = entry.url if entry and entry.url else place
        other = seen.setdefault(address, path)
        if other.resolve() != path.resolve():
            raise AddressTwice(address, first=other, second=path)
        if other is path:
            yield path, address, entry


def get_address(path: Path) -> str:
    """The address of a file that was named itself: its folder and its name."""
    resolved = path.resolve()
    return clean_address(f"{resolved.parent.name}/{resolved.name}")


def _find_matching(path: Path) -> list[Path]:
    if not glob.has_magic(str(path)):
        return []
    # Path.glob takes no pattern that begins at the root.
    found = (Path(name) for name in glob.iglob(str(path), recursive=True))  # noqa: PTH207
    return sorted((file for file in found if file.is_file()), key=_get_order)


def _walk(root: Path) -> Iterator[Path]:
    for path in root.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(root).parts):
            yield path


def _get_order(path: Path) -> tuple[tuple[int, str], ...]:
    # 2.txt comes before 10.txt: every second piece is a run of digits.
    pieces = re.split(r"(\d+)", str(path))
    return tuple((int(piece), "") if place % 2 else (0, piece) for place, piece in enumerate(pieces))
