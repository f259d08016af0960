"""The body of a response, with bounded size, unpacked size and time."""

import time
import zlib

import httpx

# A body that takes longer is a trickle.
SECONDS = 120.0
_EITHER_HEADER = 47
_PACKINGS = frozenset({"gzip", "x-gzip", "deflate"})


class BadBody(Exception):
    """A body that is not taken, and why."""


def read_body(response: httpx.Response, most: int) -> bytes:
    """The body, unpacked; raises BadBody where it is too large or too slow or cannot be unpacked."""
    data = _read_raw(response, most)
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing in {"", "identity"}:
        return data
    if packing not in _PACKINGS:
        message = f"packed with {packing!r}, which was not asked for"
        raise BadBody(message)
    return _unpack(data, most)


def _read_raw(response: httpx.Response, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    end = time.monotonic() + SECONDS
    for part in response.iter_raw():
        parts.append(part)
        size += len(part)
        if size > most:
            raise BadBody(_too_large(most))
        if time.monotonic() > end:
            message = f"the page took more than {SECONDS:.0f} seconds"
            raise BadBody(message)
    return b"".join(parts)


def _unpack(data: bytes, most: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=_EITHER_HEADER)
    try:
        unpacked = unpacker.decompress(data, most + 1)
    except zlib.error as failure:
        message = f"cannot be unpacked: {failure}"
        raise BadBody(message) from failure
    if len(unpacked) > most:
        raise BadBody(_too_large(most))
    return unpacked


def _too_large(most: int) -> str:
    return f"more than {most:,} bytes, which is the most that is taken; see --max-size"
