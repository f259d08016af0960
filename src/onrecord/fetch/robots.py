"""What a site lets programs fetch (RFC 9309)."""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from protego import Protego

AGENT = "onrecord"
# The size up to which the standard wants it read.
MOST_BYTES = 500 * 1024
_GOOD, _MISSING, _FAILING = 200, 400, 500
_LONGEST_DELAY = 60.0


class Rules(NamedTuple):
    """What the robots.txt of one site says; `None` where it lets nothing be fetched for now."""

    parsed: Protego | None

    def allow(self, url: str) -> bool:
        """Whether the address may be fetched."""
        return self.parsed is not None and bool(self.parsed.can_fetch(url, AGENT))

    def get_delay(self) -> float:
        """Seconds between two requests, as far as the site asks for them."""
        asked = self.parsed.crawl_delay(AGENT) if self.parsed is not None else None
        return min(float(asked or 0), _LONGEST_DELAY)


class Robots:
    """The rules of every site that was asked, fetched once each."""

    def __init__(self, fetch: Callable[[str], tuple[int, bytes]]) -> None:
        self._fetch = fetch
        self._known: dict[str, Rules] = {}

    def get_rules(self, url: str) -> Rules:
        """The rules of the site of this address."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            status, data = self._fetch(f"{site}/robots.txt")
            self._known[site] = build_rules(status, data)
        return self._known[site]


def build_rules(status: int, data: bytes) -> Rules:
    """Rules from the answer: none where there is no such file, nothing allowed where the server fails."""
    if _MISSING <= status < _FAILING:
        return Rules(Protego.parse(""))
    if status != _GOOD:
        return Rules(None)
    return Rules(Protego.parse(data[:MOST_BYTES].decode("utf-8", "replace")))
