"""How much one request may ask for."""

import time

import msgspec

from onrecord.errors import EmptyQuotation, TookTooLong, TooMuch

DRAFT_BYTES = 1_000_000
# Tracing takes a millisecond or two for ten words, and half a second for this many.
QUOTATION_WORDS = 2_000
QUOTATIONS = 1_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds: for an answer, with all its searches and checks, and in the queue; `readers` work side by side."""

    seconds: float = 10.0
    wait_seconds: float = 10.0
    retry_seconds: int = 5
    readers: int = 3


class Deadline:
    """The moment at which an answer must be there."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raises TookTooLong once the moment has passed."""
        if time.monotonic() > self._end:
            raise TookTooLong(self._seconds)


def check_quotation(text: str) -> str:
    """The text, if it is a quotation that can be checked; raises EmptyQuotation, TooMuch."""
    if not any(char.isalnum() for char in text):
        raise EmptyQuotation
    words = len(text.split())
    if words > QUOTATION_WORDS:
        raise TooMuch(noun="words of one quotation", given=words, most=QUOTATION_WORDS)
    return text
