"""How a page came from the web."""

import datetime as dt

import msgspec


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """One header of a response, as the server sent it."""

    name: str
    value: str


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """One response of a server: the address that was asked for, when (in UTC), the status and the headers it gave.

    `at` is `None` where the archive does not say when.
    """

    url: str
    at: dt.datetime | None = None
    status: int = 0
    headers: tuple[Header, ...] = ()
