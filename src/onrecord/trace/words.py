"""The words of a text: what two spellings of the same page agree on."""

import functools
import re
import unicodedata
import zlib
from collections.abc import Iterable

import msgspec
import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]

# A figure with its separators, an abbreviation with its dots, a word with the writer's bracket inside, a plain word.
# A hyphen parts words, so that "self-sacrifice" and "self sacrifice" differ by typography only.
_WORD = re.compile(
    r"\d+(?:[.,]\d+)+"
    r"|[^\W\d_](?:\.[^\W\d_])+\b\.?"
    r"|\[[^\W\d_]{1,4}\][^\W\d_]+(?:['\u2019\u02bc][^\W_]+)*"
    r"|[^\W\d_]+\[(?!sic\b)[^\W\d_]{1,4}\][^\W\d_]*(?:['\u2019\u02bc][^\W_]+)*"
    r"|[^\W_]+(?:['\u2019\u02bc][^\W_]+)*"
)
# Most words were met before.
_REMEMBERED = 1 << 16
_LEFT_OUT = str.maketrans({"[": "", "]": "", ",": "", "\u2019": "'", "\u02bc": "'"})


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a text in order: their normalised forms, and where each starts and ends (code points)."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)


def find_words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of `text[start:end]`, with offsets in the whole text."""
    matches = list(_WORD.finditer(text, start, len(text) if end is None else end))
    return Words(
        forms=tuple([normalise_word(match.group()) for match in matches]),
        starts=tuple([match.start() for match in matches]),
        ends=tuple([match.end() for match in matches]),
    )


@functools.lru_cache(_REMEMBERED)
def normalise_word(word: str) -> str:
    """The form by which a word is compared: no case, no accents, straight apostrophes, no dots in abbreviations."""
    if word.isascii():
        if word.isalnum():
            return word.lower()
        return _strip_dots(word.translate(_LEFT_OUT)).lower()
    folded = unicodedata.normalize("NFKD", word.translate(_LEFT_OUT)).casefold()
    return _strip_dots("".join(char for char in folded if not unicodedata.combining(char)))


def _strip_dots(word: str) -> str:
    return word.replace(".", "") if word[:1].isalpha() else word


def to_codes(forms: Iterable[str]) -> Codes:
    """The 32-bit code of each form; 0 is no word's code, it stands between documents."""
    return np.array([encode_word(form) for form in forms], dtype=np.uint32)


@functools.lru_cache(_REMEMBERED)
def encode_word(form: str) -> int:
    """The code of one form: its CRC-32, the same in every segment and on every machine."""
    return zlib.crc32(form.encode("utf-8", "surrogatepass")) or 1
