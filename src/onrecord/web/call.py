"""One request, as the pages and the API see it."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from onrecord.errors import BadDate, BadParameter
from onrecord.web.limits import Limits
from onrecord.web.shelf import Shelf


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was sent with a form."""

    name: str
    data: bytes


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked: the path without a format, its parts, the query, the body or the fields of a form.

    `root` is the address of the server as the reader wrote it; `accept` the media types that were asked for.
    """

    path: str
    root: str
    limits: Limits
    shelf: Shelf
    parts: Mapping[str, str] = {}
    query: Mapping[str, str] = {}
    fields: Mapping[str, str] = {}
    accept: str = ""
    body: bytes = b""
    upload: Upload | None = None

    def get(self, name: str) -> str:
        """A parameter of the query, without space around it; empty where it is not there."""
        return self.query.get(name, "").strip()

    def get_count(self, name: str, *, least: int, most: int, default: int) -> int:
        """A number of the query; raises BadParameter."""
        given = self.get(name)
        if not given:
            return default
        if not (given.isascii() and given.isdigit() and len(given) < 10 and least <= int(given) <= most):  # noqa: PLR2004
            raise BadParameter(name=name, given=given, allowed=f"a number from {least:,} to {most:,}")
        return int(given)

    def get_choice(self, name: str, choices: tuple[str, ...]) -> str:
        """One of some words, or nothing; raises BadParameter."""
        given = self.get(name)
        if given and given not in choices:
            raise BadParameter(name=name, given=given, allowed=", ".join(choices))
        return given

    def get_day(self, name: str, *, is_last: bool = False) -> dt.date | None:
        """A day, or the first or last day of a month or a year; raises BadDate."""
        given = self.get(name)
        return parse_day(given, is_last=is_last) if given else None


def parse_day(given: str, *, is_last: bool = False) -> dt.date:
    """The day that is meant by `2005-08-24`, `2005-08` or `2005`; raises BadDate."""
    parts = given.split("-")
    try:
        numbers = [int(part) for part in parts if part.isascii() and part.isdigit()]
        if len(numbers) != len(parts) or len(parts) > 3:  # noqa: PLR2004 - year, month, day
            raise BadDate(given)
        if is_last and len(numbers) == 1:
            return dt.date(numbers[0], 12, 31)
        if is_last and len(numbers) == 2:  # noqa: PLR2004 - year and month
            year, month = numbers[0] + numbers[1] // 12, numbers[1] % 12 + 1
            dt.date(numbers[0], numbers[1], 1)
            return dt.date(year, month, 1) - dt.timedelta(days=1)
        return dt.date(*[*numbers, 1, 1][:3])
    except (ValueError, OverflowError) as error:
        raise BadDate(given) from error
