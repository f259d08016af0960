"""Occasions at which something was said."""

import msgspec

from onrecord.model.span import Span


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who took part, as the document names them: `Captain Odo Brandt`, `his crew`.

    `role` is what the document calls them beside the name (`the Master of the Lamps`), empty where it does not. `span`
    is the place of the name in the document's text.
    """

    name: str
    role: str = ""
    span: Span | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An occasion as its document names it; `place` is empty where the document does not say.

    `participants` stand in the order of the text.
    """

    name: str
    place: str = ""
    participants: tuple[Participant, ...] = ()
