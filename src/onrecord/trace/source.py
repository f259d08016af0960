"""The words of a passage, found in the text of its document."""

from collections.abc import Sequence

import msgspec

from onrecord.model import Span
from onrecord.trace.words import Words, find_words


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The passage's words, found in the text of its document; word 0 stands at the place `first` of the stream."""

    text: str
    words: Words
    first: int

    def find_span(self, left: int, right: int) -> Span:
        """Where the words `left` to `right` (not included) stand; of no words, the place where they would."""
        return find_span(self.words, left, right, len(self.text))

    def get_gap(self, left: int, right: int) -> str:
        """The characters from the end of the word before `left` to the start of the word `right`."""
        start = self.words.ends[left - 1] if left else self.words.starts[0]
        end = self.words.starts[right] if right < len(self.words) else self.words.ends[-1]
        return self.text[start:end]


def find_span(words: Words, first: int, last: int, end: int) -> Span:
    """Where the words `first` to `last` (not included) of a text of `end` characters stand."""
    if first < last:
        return Span(start=words.starts[first], end=words.ends[last - 1])
    place = words.starts[first] if first < len(words) else (words.ends[-1] if len(words) else end)
    return Span(start=place, end=place)


def has_layer(gap: str, forms: Sequence[str]) -> bool:
    """Whether a gap between two words of the source holds the editor's text that these words repeat."""
    return bool(forms) and find_words(gap).forms == tuple(forms)
