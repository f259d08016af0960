"""Every exception that onrecord raises.

    OnrecordError
    ├ RecordMissing      no record at the path
    ├ RecordTooNew       the record's schema is newer than this program
    ├ RecordTooOld       the record's schema is older than this program, and it is opened for reading only
    ├ RecordBusy         another process is writing to the record
    ├ PathMissing        a file or folder to be added is not there
    ├ NothingToAdd       neither a path nor a manifest
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
    └ UnknownId          an id that the record does not hold

Trouble in the data is a `Finding`, never one of these.
"""

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


class PathMissing(OnrecordError):
    """A path given to `add` or `audit` is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no file or folder at {path}")


class NothingToAdd(OnrecordError):
    """Neither a path nor a manifest."""

    def __init__(self) -> None:
        super().__init__("nothing to add: name files or folders, or give a --manifest that does")


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


class UnknownId(OnrecordError):
    """An id that the record does not hold."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"nothing in the record has the id {given!r}: ids begin with d (document), v (version) or p (passage)"
        )
