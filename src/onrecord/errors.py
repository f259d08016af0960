"""Every exception that onrecord raises.

    OnrecordError
    ├ RecordMissing      no record at the path
    ├ RecordTooNew       the record's schema is newer than this program
    ├ RecordTooOld       the record's schema is older than this program, and it is opened for reading only
    ├ RecordBusy         another process is writing to the record
    ├ RecordDamaged      bytes of the record have changed since they were written
    ├ RecordUnwritable   the disk is full, or nothing may be written there
    ├ RecordThere        a record, or anything else, stands where a new folder is to be made
    ├ BadBackup          a backup that is not what its manifest says
    ├ PathMissing        a file or folder to be added is not there
    ├ AddressTwice       two files that would stand at one address
    ├ NothingToAdd       neither a path nor a manifest
    ├ AddressMissing     standard input to be added, without a name for it
    ├ EmptyQuotation     a quotation without a word
    ├ BadOfficeFile      an office file that cannot be used
    ├ BadManifest        a manifest that cannot be used
    ├ BadClaims          a table of quotations that cannot be used
    ├ BadDate            a date that cannot be read
    ├ BadQuery           a search that cannot be parsed
    ├ BadParameter       a parameter of a request that cannot be used
    ├ BadRequest         a request whose body cannot be used
    ├ TooMuch            more than is answered at once
    ├ TookTooLong        an answer that was not ready in time
    ├ BadRuling          a ruling that says nothing, or what no document can be
    ├ Removed            an id of something that was removed
    └ UnknownId          an id that the record does not hold

Trouble in the data is a `Finding`, never one of these.
"""

import datetime as dt
from pathlib import Path


class OnrecordError(Exception):
    """Wrong use, or a failure of the program's surroundings; the message says what to do."""


class RecordMissing(OnrecordError):
    """No record at the path."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"no record at {path}: make one with `onrecord add FILES --record {path}`, "
            "or name another with --record or $ONRECORD_RECORD"
        )


class RecordTooNew(OnrecordError):
    """The record was written by a newer onrecord."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema {found}, this onrecord knows up to {known}: install a newer onrecord to open it"
        )


class RecordTooOld(OnrecordError):
    """The record was written by an older onrecord, and who only reads cannot bring it up to date."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema {found}, this onrecord writes {known}: run `onrecord status --record {path}` once, "
            "which brings it up to date"
        )


class RecordBusy(OnrecordError):
    """Another process is writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is busy: another onrecord is writing to it; run the command again when it is done")


class RecordDamaged(OnrecordError):
    """Bytes of the record are no longer those that were written."""

    def __init__(self, *, reason: str) -> None:
        super().__init__(
            f"the record is damaged ({reason}): `onrecord verify` names the damage, `onrecord reindex` mends the "
            "index, `onrecord restore` brings back a backup"
        )


class RecordUnwritable(OnrecordError):
    """The surroundings do not let the record be written."""

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"cannot write to {path}: {reason}; what was reported as added is kept")


class RecordThere(OnrecordError):
    """A new folder is to be made where something stands."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not empty, and nothing is overwritten: name a folder that is not there yet")


class BadBackup(OnrecordError):
    """A backup that is not what its manifest says."""

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path} is no sound backup: {reason}")


class PathMissing(OnrecordError):
    """A path given to `add` or `audit` is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no file or folder at {path}")


class AddressTwice(OnrecordError):
    """Two files that would stand at one address."""

    def __init__(self, address: str, *, first: Path, second: Path) -> None:
        super().__init__(
            f"{first} and {second} would both stand at the address {address}: add the folder that holds both, "
            "or give each a url of its own in a manifest"
        )


class NothingToAdd(OnrecordError):
    """Neither a path nor a manifest."""

    def __init__(self) -> None:
        super().__init__("nothing to add: name files or folders, or give a --manifest that does")


class AddressMissing(OnrecordError):
    """Standard input is to be added, without a name for it."""

    def __init__(self) -> None:
        super().__init__(
            "`-` is standard input: say with --address NAME where it came from (a URL, or a name like 1.txt)"
        )


class EmptyQuotation(OnrecordError):
    """A quotation without a word."""

    def __init__(self) -> None:
        super().__init__("the quotation has no words: give them in marks, or `-` to read them from standard input")


class BadOfficeFile(OnrecordError):
    """An office file that cannot be used."""

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path}: {reason}; docs/offices.md lists what an office file may say")


class BadManifest(OnrecordError):
    """A manifest that cannot be used."""

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path}: {reason}; a manifest is CSV with the columns path, url, title, date, speaker")


class BadClaims(OnrecordError):
    """A table of quotations that cannot be used."""

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path}: {reason}; a table of quotations is CSV with the columns text, by, on")


class BadDate(OnrecordError):
    """A date that cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(f"cannot read {text!r} as a date: write 2005-08-24, 2005-08, 2005 or Aug 24, 2005")


class BadQuery(OnrecordError):
    """A search that cannot be parsed."""

    def __init__(self, query: str, *, reason: str) -> None:
        super().__init__(f"cannot search for {query!r}: {reason}; put a phrase in double marks: '\"arrogant powers\"'")


class BadParameter(OnrecordError):
    """A parameter of a request that cannot be used."""

    def __init__(self, *, name: str, given: str, allowed: str) -> None:
        super().__init__(f"{name} cannot be {given!r}: allowed is {allowed}")


class BadRequest(OnrecordError):
    """A request whose body cannot be used."""

    def __init__(self, *, reason: str) -> None:
        super().__init__(f"the request cannot be read: {reason}")


class TooMuch(OnrecordError):
    """More than is answered at once."""

    def __init__(self, *, noun: str, given: int, most: int) -> None:
        super().__init__(f"{noun}: {given:,} were given, at most {most:,} are taken at once; send it in parts")


class TookTooLong(OnrecordError):
    """An answer that was not ready in time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"no answer within {seconds:g} seconds: ask again in a moment, or ask for less at once")


class BadRuling(OnrecordError):
    """A ruling that says nothing, or what no document can be."""

    def __init__(self, *, reason: str) -> None:
        super().__init__(f"no ruling: {reason}")


class Removed(OnrecordError):
    """The id of something that was removed: `title` is that of the document."""

    def __init__(self, given: str, *, title: str, removed: dt.datetime, because: str) -> None:
        self.title = title
        self.removed = removed
        self.because = because
        super().__init__(f"{given} was removed on {removed.date().isoformat()}, because {because}")


class UnknownId(OnrecordError):
    """An id that the record does not hold."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"nothing in the record has the id {given!r}: ids begin with d (document), v (version), "
            "p (passage) or r (ruling)"
        )
