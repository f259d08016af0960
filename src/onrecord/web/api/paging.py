"""Pages of a long answer, each with the cursor of the next."""

from collections.abc import Sequence
from typing import Any

from onrecord.errors import BadParameter
from onrecord.web.call import Call

MOST = 200
DEFAULT = 50
_SHORTEST, _LONGEST = 2, 10


def read_page(call: Call) -> tuple[int, int]:
    """Where the page begins and how much it may hold; raises BadParameter."""
    limit = call.get_count("limit", least=1, most=MOST, default=DEFAULT)
    cursor = call.get("cursor")
    number = cursor[1:]
    is_sound = cursor[:1] == "c" and number.isascii() and number.isdigit() and _SHORTEST <= len(cursor) <= _LONGEST
    if cursor and not is_sound:
        raise BadParameter(name="cursor", given=cursor, allowed="the `next` of an earlier answer")
    return int(number) if cursor else 0, limit


def write_page(items: Sequence[Any], total: int, offset: int, **more: object) -> dict[str, object]:
    """A page as data; `next` is the cursor of the following one, `null` after the last."""
    end = offset + len(items)
    return {"total": total, "items": items, "next": f"c{end}" if items and end < total else None, **more}
