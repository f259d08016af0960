"""Which documents a request means."""

from typing import get_args

from onrecord.model import Form, Scope
from onrecord.web.call import Call


def read_scope(call: Call) -> Scope:
    """The filters in the address; raises BadParameter, BadDate."""
    return Scope(
        speaker=call.get("speaker"),
        form=call.get_choice("form", get_args(Form)),
        since=call.get_day("since"),
        until=call.get_day("until", is_last=True),
        surely=call.get_choice("surely", ("0", "1")) == "1",
    )
