"""Names of the documents on a page that holds several."""

import hashlib
import re
from collections import Counter

from onrecord.read.repeats import fold_line

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6
_LENGTH = 8


def name_parts(titles: tuple[str, ...]) -> tuple[str, ...]:
    """A name for each title, which stays when items are added above or taken away below: `fair-pay-for-all-3f9a01bc`.

    Items of one title are told apart by a number that counts from the bottom of the page, where a listing is oldest.
    """
    seen: Counter[str] = Counter()
    names: list[str] = []
    for title in reversed(titles):
        folded = fold_line(title)
        words = _WORD.findall(folded)[:_MOST_WORDS]
        name = "-".join((*words, hashlib.sha256(folded.encode()).hexdigest()[:_LENGTH]))
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return tuple(reversed(names))
