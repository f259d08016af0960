"""Datelines: the place and the date with which a report begins, before a dash."""

import functools
import re

from onrecord.read.dateshapes import date_shape


@functools.cache
def dateline() -> re.Pattern[str]:
    """Matches `PORT SELWICK, March 3, 2011 \u2013 ` with the groups `place` and `date`; the date may be absent."""
    place = r"[A-Z][A-Z.\u2019' -]+(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)??"
    return re.compile(rf"(?P<place>{place})(?:,\s*|\s+\(?|\s*)(?P<date>{date_shape()})?\)?\s*(?:[\u2013\u2014]|--?)\s")
