"""Names, as far as capitals tell them."""

_SENTENCE_ENDS = frozenset(".!?:\u2026\"\u201c\u201d\u2018'([\n")


def is_name(text: str, start: int) -> bool:
    """Whether the word at `start` has a capital that no sentence asks for; "I" and words in capitals do not count."""
    if not text[start : start + 1].isupper() or not text[start + 1 : start + 2].islower():
        return False
    before = text[:start].rstrip(" ")
    return bool(before) and before[-1] not in _SENTENCE_ENDS
