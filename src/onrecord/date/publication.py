"""When a page went out, and what that says of the event that it tells of."""

from onrecord.date.evidence import Evidence, build_bound
from onrecord.date.intervals import move_day
from onrecord.date.lead import Lead
from onrecord.model import Dating, Days

# How long after an event the page that says "today" may go out.
_LATE, _LATE_WITH_WEEKDAY = 3, 6


def tie_to_page(lead: Lead, said: tuple[Evidence, ...], published: Dating) -> tuple[Evidence, ...]:
    """What the day of publication says of the event: it is not later, and "today" is that day or one shortly before."""
    first, last = published.earliest, published.latest
    if last is None or published.conflicts:
        return ()
    if lead.tie is None or first is None:
        return (Evidence(clue=build_bound("before-publication", published.edtf, Days(latest=last))),)
    low, high = lead.tie
    weekday = any(phrase for each in said for phrase in each.phrases)
    late = _LATE_WITH_WEEKDAY if weekday else _LATE
    sure = Days(earliest=move_day(first, low - late), latest=move_day(last, high))
    likely = Days(earliest=move_day(first, low), latest=move_day(last, high))
    return (
        Evidence(clue=build_bound("near-publication", published.edtf, sure)),
        Evidence(clue=build_bound("on-publication", published.edtf, likely, is_soft=True)),
    )


def bound_by_event(said: Dating) -> tuple[Evidence, ...]:
    """A page went out on the day of its event or later."""
    if said.earliest is None:
        return ()
    return (Evidence(clue=build_bound("after-event", said.edtf, Days(earliest=said.earliest))),)
