"""Waiting between two requests to one host."""

import time


class Pace:
    """Remembers when each host was asked last."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._last: dict[str, float] = {}

    def wait(self, host: str, *, at_least: float = 0.0) -> None:
        """Return when the host may be asked again: after the delay, or the longer one that it asks for."""
        last = self._last.get(host)
        if last is not None:
            due = last + max(self._delay, at_least)
            time.sleep(max(0.0, due - time.monotonic()))
        self._last[host] = time.monotonic()
