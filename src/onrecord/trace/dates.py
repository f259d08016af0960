"""Dates in words."""

from onrecord.model import Dating


def write_date(dating: Dating) -> str:
    """The date as a reader would say it: "on 24 August 2005", "in 2005", "at an unknown date"."""
    first, last = dating.earliest, dating.latest
    if first is None and last is None:
        return "at an unknown date"
    if first is None or last is None:
        return f"before {last:%-d %B %Y}" if last else f"after {first:%-d %B %Y}"
    if first == last:
        return f"on {first:%-d %B %Y}"
    if dating.precision == "year":
        return f"in {first.year}"
    if dating.precision == "month":
        return f"in {first:%B %Y}"
    return f"between {first:%-d %B %Y} and {last:%-d %B %Y}"
