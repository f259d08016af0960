"""The mentions of days in a text."""

import re
from collections.abc import Iterator

from onrecord.date.grouping import group_phrases
from onrecord.date.habits import Habits
from onrecord.date.intervals import Interval
from onrecord.date.patterns import Fixed, Phrase
from onrecord.date.phrases import find_phrases
from onrecord.date.resolving import Mention, resolve

__all__ = ["Mention", "find_mentions", "resolve"]

_QUOTED_TO = re.compile(r"[^\u201c\u201d\"\[\]]{0,400}[\u201d\"]\s*\[\Z")


def find_mentions(text: str, *, written: Interval | None, habits: Habits) -> tuple[Mention, ...]:
    """Every mention of days in a text that was written on `written`, in order."""
    groups = tuple(group_phrases(text, find_phrases(text, habits)))
    anchors = _find_anchors(text, groups, written)
    return tuple(resolve(group, anchor) for group, anchor in zip(groups, anchors, strict=True))


def _find_anchors(
    text: str, groups: tuple[tuple[Phrase, ...], ...], written: Interval | None
) -> Iterator[Interval | None]:
    """The day from which each group is counted: quoted words with a date behind them are counted from that."""
    for index, group in enumerate(groups):
        following = groups[index + 1][0] if index + 1 < len(groups) else None
        if (
            following is not None
            and isinstance(following.pattern, Fixed)
            and _QUOTED_TO.match(text[group[-1].span.end : following.span.start])
        ):
            yield following.pattern.readings[0]
        else:
            yield written
