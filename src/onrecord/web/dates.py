"""Dates as a reader says them."""

from onrecord.model import Dating


def write_date(dating: Dating) -> str:
    """`24 August 2005`, `August 2005`, `2005`, `3 March 1999 – 1 May 2000`, `date unknown`."""  # noqa: RUF002 - a range
    first, last = dating.earliest, dating.latest
    if first is None and last is None:
        return "date unknown"
    if first is None or last is None:
        return f"by {last:%-d %B %Y}" if last else f"{first:%-d %B %Y} or later"
    if dating.precision == "year":
        return str(first.year)
    if dating.precision == "month":
        return f"{first:%B %Y}"
    return f"{first:%-d %B %Y}" if first == last else f"{first:%-d %B %Y} – {last:%-d %B %Y}"  # noqa: RUF001 - a range
