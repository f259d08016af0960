"""One page after another from the web."""

import datetime as dt
from types import TracebackType
from typing import Self
from urllib.parse import urldefrag, urljoin, urlsplit

import httpcore
import httpx

from onrecord.fetch.addresses import is_address
from onrecord.fetch.bodies import BadBody, read_body
from onrecord.fetch.network import PrivateHost, Transport
from onrecord.fetch.pacing import Pace
from onrecord.fetch.robots import AGENT, MOST_BYTES, Robots
from onrecord.model import Finding, Header, Response, Where

MOST_HOPS = 10
_FAILED = (httpx.HTTPError, httpx.InvalidURL, httpcore.ConnectError, httpcore.NetworkError, httpcore.ProtocolError,
           httpcore.TimeoutException, httpcore.UnsupportedProtocol, OSError, UnicodeError, ValueError)  # fmt: skip
_UNCHANGED, _GOOD, _FIRST_REDIRECT, _FIRST_ERROR = 304, 200, 300, 400
_UNREACHABLE = 503


class Refused(Exception):
    """A page that is not fetched; `code` is how the code of the finding that says so goes on after `fetch-`."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = f"fetch-{code}"


class Fetcher:
    """Fetches pages one at a time; use it in a `with` statement.

    Each hop of a redirect is held against robots.txt, the delay of its host and the rule of public addresses.
    `allow_private` lets hosts be fetched that are not on the public internet. `delay` is in seconds.
    """

    def __init__(self, *, max_size: int, delay: float = 1.0, allow_private: bool = False) -> None:
        self._max_size = max_size
        self._client = httpx.Client(
            transport=Transport(allow_private=allow_private), headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"}
        )
        self._pace = Pace(delay)
        self._robots = Robots(self._fetch_robots)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def fetch(self, address: str, *, etag: str = "", modified: str = "") -> Response | Finding:
        """The page at the address, or why there is none.

        With what the server said of it last time, the answer is of status 304 where it has not changed.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        asked = {name: value for name, value in conditions.items() if value}
        try:
            return self._follow(address, asked)
        except Refused as refusal:
            return _find(refusal.code, str(refusal), address)
        except PrivateHost as refusal:
            return _find("fetch-private", str(refusal), address)
        except BadBody as failure:
            return _find("fetch-body", str(failure), address)
        except _FAILED as failure:
            return _find("fetch-failed", _describe(failure), address)

    def _follow(self, address: str, headers: dict[str, str]) -> Response:
        url = urldefrag(address).url
        for _ in range(MOST_HOPS):
            self._check_rules(url)
            with self._client.stream("GET", url, headers=headers) as response:
                if response.is_redirect and response.status_code != _UNCHANGED:
                    url = self._get_next(url, response)
                    continue
                if response.status_code == _UNCHANGED and headers:
                    return _build(address, url, response, b"")
                if response.status_code != _GOOD:
                    message = f"the server answered {response.status_code} {response.reason_phrase}".strip()
                    raise Refused(message, code="status")
                return _build(address, url, response, read_body(response, self._max_size))
        message = f"redirected more than {MOST_HOPS} times"
        raise Refused(message, code="failed")

    def _check_rules(self, url: str) -> None:
        host = urlsplit(url).netloc
        rules = self._robots.get_rules(url)
        if not rules.allow(url):
            message = f"the robots.txt of {host} does not let {url} be fetched, or cannot be had"
            raise Refused(message, code="robots")
        self._pace.wait(host, at_least=rules.get_delay())

    def _get_next(self, url: str, response: httpx.Response) -> str:
        after: str = urldefrag(urljoin(url, response.headers.get("location", ""))).url
        if not is_address(after):
            message = f"redirected to {after}, which is no page of the web"
            raise Refused(message, code="failed")
        return after

    def _fetch_robots(self, url: str) -> tuple[int, bytes]:
        """Status and body of a robots.txt; a server that cannot be reached counts as one that fails."""
        try:
            for _ in range(MOST_HOPS // 2):
                with self._client.stream("GET", url) as response:
                    if not response.is_redirect:
                        return response.status_code, read_body(response, self._max_size)[:MOST_BYTES]
                    url = self._get_next(url, response)
        except (*_FAILED, BadBody, Refused):
            return _UNREACHABLE, b""
        return _FIRST_ERROR, b""


def _build(address: str, url: str, response: httpx.Response, data: bytes) -> Response:
    headers = tuple(Header(name=name, value=value) for name, value in response.headers.items())
    kept = tuple(header for header in headers if header.name.lower() != "set-cookie")
    return Response(
        address=address, url=url, at=dt.datetime.now(dt.UTC), status=response.status_code, headers=kept, data=data
    )


def _describe(failure: Exception) -> str:
    return f"cannot be fetched: {' '.join(str(failure).split())[:200] or type(failure).__name__}"


def _find(code: str, message: str, address: str) -> Finding:
    return Finding(code=code, level="problem", message=message, where=Where(address=address))
