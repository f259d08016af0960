"""Stage directions: what the hall did, not what the speaker said."""

import functools
import re

from onrecord.read.phrases import any_of, get_phrases

_LONGEST = 120


@functools.cache
def _direction() -> re.Pattern[str]:
    words = get_phrases().stage
    alone = rf"{any_of(words.alone)}(?!\w)[^\[\]]*"
    somebody = rf"{any_of(words.actors)}\s+(?:\w+\s+){{0,2}}?{any_of(words.acts)}(?!\w)[^\[\]]*"
    return re.compile(rf"\s*(?:{alone}|{somebody})", re.IGNORECASE)


def is_stage_direction(content: str) -> bool:
    """Whether bracketed words say what happened in the hall: `Laughter`, `speaking in Arabic`."""
    return len(content) <= _LONGEST and bool(_direction().fullmatch(content))
