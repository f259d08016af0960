"""Where a document stands in time."""

import msgspec

from onrecord.model.dating import Dating
from onrecord.model.document import Form


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A dated document on the timeline; `place` and `participants` are those of its event, empty where it has none."""

    document: str
    form: Form
    title: str
    date: Dating
    speaker: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
