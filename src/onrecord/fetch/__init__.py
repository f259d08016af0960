"""Pages from the web: politely, within limits, and from nowhere that they should not come from."""

from onrecord.fetch.fetching import Fetcher, is_address

__all__ = ["Fetcher", "is_address"]
