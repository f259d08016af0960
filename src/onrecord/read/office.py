"""Office files: what is known of an office before any of its pages is read."""

import difflib
import re
import tomllib
from pathlib import Path

import msgspec

from onrecord.errors import BadOfficeFile
from onrecord.model import Office, Person
from onrecord.read.header import HEADER_GROUPS

_PERSON_KEYS = Person.__struct_fields__


def read_office(path: Path) -> Office:
    """The office that the TOML file at `path` describes.

    Raises `BadOfficeFile` for a key, a type or a value that `docs/offices.md` does not list.
    """
    table = _read_table(path)
    _check_keys(path, table, Office.__struct_fields__, "")
    people = table.get("people", [])
    for name, person in (("speaker", table.get("speaker")), *(("people", one) for one in _as_list(people))):
        if isinstance(person, dict):
            _check_keys(path, person, _PERSON_KEYS, f" in [{name}]")
    try:
        office = msgspec.convert(table, Office)
    except msgspec.ValidationError as failure:
        raise BadOfficeFile(path, reason=str(failure)) from failure
    _check_header(path, office.header)
    _check_names(path, office)
    return office


def _read_table(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as failure:
        raise BadOfficeFile(path, reason=f"cannot be opened ({failure.strerror})") from failure
    except UnicodeDecodeError as failure:
        raise BadOfficeFile(path, reason=f"is not UTF-8 (byte {failure.start})") from failure
    except tomllib.TOMLDecodeError as failure:
        raise BadOfficeFile(path, reason=f"is not TOML: {failure}") from failure


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _check_keys(path: Path, table: dict[str, object], known: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "known are " + ", ".join(known)
            raise BadOfficeFile(path, reason=f"unknown key {key!r}{where}: {hint}")


def _check_header(path: Path, header: str) -> None:
    if not header:
        return
    try:
        groups = re.compile(header).groupindex
    except re.error as failure:
        raise BadOfficeFile(path, reason=f"'header' is no regular expression: {failure}") from failure
    unknown = sorted(set(groups) - set(HEADER_GROUPS))
    if unknown or not groups:
        given = f"has the unknown group {unknown[0]!r}" if unknown else "has no named group"
        raise BadOfficeFile(path, reason=f"'header' {given}: allowed are " + ", ".join(HEADER_GROUPS))


def _check_names(path: Path, office: Office) -> None:
    people = (office.speaker, *office.people) if office.speaker else office.people
    if any(not person.name.strip() for person in people):
        raise BadOfficeFile(path, reason="a person without a name")
