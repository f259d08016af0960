"""Quotations between single marks, as far as they are clearly no apostrophes."""

import re

from onrecord.attribute.pairing import Quoted
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Span

_OPENING = re.compile(r"(?<![\w'\u2018\u2019])['\u2018](?=[^\W\d_]|[\"\u201c\[])")
_CLOSING = re.compile(r"(?<=[^\s'\u2018\u2019])['\u2019](?![\w'\u2019])")
# Words that begin with an apostrophe.
_ELISION = re.compile(r"['\u2018](?:tis|twas|twere|em|til|till|cause|bout|round|neath|nuff|n|s)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w'\u2019-]+")
_CUE_BEFORE = re.compile(r"(\w+)[,:]?\s+\Z")
_LONGEST_NAME = 8
_PARTICLES = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an", "al", "de", "with"})


def pair_single_marks(text: str, paragraph: Span) -> tuple[Quoted, ...]:
    """The stretches between single marks in one paragraph, in order; none overlaps another.

    A closing mark after an s may be an apostrophe ("the workers' rights"); where several could close, none is taken.
    What single marks set apart as a name (\u2018Operation Clean Quay\u2019) is no quotation.
    """
    quoted: list[Quoted] = []
    floor = paragraph.start
    for opening in _OPENING.finditer(text, paragraph.start, paragraph.end):
        if opening.start() < floor or _ELISION.match(text, opening.start()):
            continue
        end = _find_closing(text, opening.end(), paragraph.end)
        if end is not None:
            inner = Span(start=opening.end(), end=end)
            if not _is_name(text, inner):
                quoted.append(Quoted(inner=inner, outer=Span(start=opening.start(), end=end + 1)))
            floor = end + 1
    return tuple(quoted)


def _is_name(text: str, inner: Span) -> bool:
    """Whether each word is capitalised and no stop ends them, unless a verb that reports speech stands right before."""
    words = _WORD.findall(text, inner.start, inner.end)
    if not 1 < len(words) <= _LONGEST_NAME or not text[inner.end - 1].isalnum():
        return False
    before = _CUE_BEFORE.search(text, max(0, inner.start - 24), inner.start - 1)
    if before and before[1].lower() in load_sentence_words().cues:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _PARTICLES for word in words)


def _find_closing(text: str, start: int, end: int) -> int | None:
    following = _OPENING.search(text, start, end)
    doubtful = []
    for closing in _CLOSING.finditer(text, start, following.start() if following else end):
        if text[closing.start() - 1] not in "sS":
            return closing.start()
        doubtful.append(closing.start())
    return doubtful[0] if len(doubtful) == 1 else None


def merge_single(text: str, double: tuple[Quoted, ...], single: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """The outermost quotations of both kinds, in order; single marks inside double ones are left to those."""
    kept = [each for each in single if not any(each.outer.meets(other.outer) for other in double)]
    around = [each for each in single if _is_around(text, each, double)]
    within = [each for each in double if not any(other.inner.holds(each.outer) for other in around)]
    return tuple(sorted((*kept, *around, *within), key=lambda each: each.outer.start))


def _is_around(text: str, single: Quoted, double: tuple[Quoted, ...]) -> bool:
    """Whether the single marks hold whole double quotations, the British way: curly, with a stop at the end."""
    met = [each for each in double if each.outer.meets(single.outer)]
    if not met or not all(single.inner.holds(each.outer) and each.opened and each.closed for each in met):
        return False
    return text[single.outer.start] == "\u2018" and not text[single.inner.end - 1].isalnum()
