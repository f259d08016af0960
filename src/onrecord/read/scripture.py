"""References to verses: `(Quran 4:76)`, `[The Holy Quran, 22: 40]`, `(John 3:16)`, and `(4:76)` behind a quotation."""

import functools
import re

from onrecord.read.phrases import any_of, get_phrases

_NUMBERS = r"\d{1,3}(?:\s*[:,]\s*(?:verses?\s+|ayah\s+)?\d{1,3}(?:\s*(?:[-\u2013,]|and)\s*\d{1,3})*)?"
_BARE = re.compile(r"\s*\d{1,3}\s*:\s*\d{1,3}(?:\s*[-\u2013,]\s*\d{1,3})*\s*")
_AFTER_QUOTATION = re.compile(r"[”\"\u2019'»][\s.,;]*$")


@functools.cache
def named_reference() -> re.Pattern[str]:
    """Finds a reference that names its scripture, without the brackets around it."""
    words = get_phrases().scripture
    quran = (
        rf"(?:the\s+)?(?:holy\s+|noble\s+|glorious\s+)?{any_of(words.quran)}(?!\w)[\s,:;]*"
        rf"(?:s[uo]+ra[ht]?\s+[^,;:.()\[\]\d]{{2,40}}[,;:\s]+)?(?:{any_of(words.verse_words)}\s+)?{_NUMBERS}"
    )
    bible = rf"{any_of(words.bible)}\s+\d{{1,3}}\s*:\s*\d{{1,3}}(?:\s*[-\u2013,]\s*\d{{1,3}})*"
    return re.compile(rf"\b(?:{quran}|{bible})", re.IGNORECASE)


def is_named_reference(content: str) -> bool:
    """Whether bracketed words are a reference that names its scripture, and nothing else."""
    return bool(re.search(r"\d", content)) and bool(named_reference().fullmatch(content.strip(" .,;")))


def is_bare_reference(content: str, before: str) -> bool:
    """Whether `4:76` in brackets is a verse and no time of day: it stands behind a quotation or the word verse."""
    return bool(_BARE.fullmatch(content)) and bool(_AFTER_QUOTATION.search(before) or _after_verse().search(before))


@functools.cache
def _after_verse() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(get_phrases().scripture.verse_words)}\s*$", re.IGNORECASE)
