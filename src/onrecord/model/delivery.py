"""Bytes that come from elsewhere than a file."""

import datetime as dt

import msgspec

from onrecord.model.capture import Header


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that somebody hands over; `content_type` is what a server said of them, empty where none did."""

    data: bytes
    content_type: str = ""


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What a server answered for an address; `url` is the one that it led to in the end, `at` is in UTC.

    `status` is 304 where the page has not changed since it was fetched last; `data` is then empty.
    """

    address: str
    url: str
    at: dt.datetime
    status: int
    headers: tuple[Header, ...] = ()
    data: bytes = b""

    def get_header(self, name: str) -> str:
        """The first header with this name, whatever its case; empty where there is none."""
        return next((header.value for header in self.headers if header.name.lower() == name), "")
