"""What a change of words changes: the strongest kind that differs between the two sides."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz.distance import OSA

from onrecord.model import EditKind
from onrecord.trace.lists import get_words, read_lists
from onrecord.trace.variants import is_filler, is_variant

# How much of the longer word may differ in a slip of the pen or of the scanner.
_SLIP = 0.4
_SHORTEST_STEM = 3
_INFLECTION = re.compile(
    r"(?:ies|ied|ying|es|s|'s|s'|d|ed|ing|er|est|ly|en|y|e|n)?$"  # Quirk et al. (1985), ch. 3-5: regular inflections
)


def find_kind(
    quoted: Sequence[str], source: Sequence[str], *, names: bool, is_known: Callable[[str], bool]
) -> EditKind:
    """The kind of a change from the words `source` to `quoted`, both normalised.

    `names` says whether either side holds a name; `is_known` whether a word stands anywhere in the record: a negation
    that became no word at all is a slip of the scanner.
    """
    if is_variant(quoted, source) or is_filler([*quoted, *source]):
        return "variant"
    if _is_slip(quoted, source, is_known):
        return "inflection" if _is_inflected(quoted, source) else "spelling"
    changed = [*(Counter(source) - Counter(quoted)), *(Counter(quoted) - Counter(source))]
    ranked: tuple[tuple[EditKind, bool], ...] = (
        ("negation", count_negations(quoted) != count_negations(source)),
        ("number", any(is_number(form) for form in changed)),
        ("name", names),
        ("quantifier", any(form in get_words("quantifier") for form in changed)),
        ("modality", any(form in get_words("modality") for form in changed)),
        ("inflection", _is_inflected(quoted, source)),
        ("function-word", bool(changed) and all(form in get_words("function-word") for form in changed)),
    )
    return next((kind for kind, holds in ranked if holds), "other")


def count_negations(forms: Sequence[str]) -> int:
    """How many of the words deny."""
    return sum(form in get_words("negation") or form.endswith("n't") for form in forms)


def is_number(form: str) -> bool:
    """Whether a word is a figure or a number word."""
    lists = read_lists("variants")["numerals"]
    if any(char.isdigit() for char in form):
        return any(char.isdigit() for char in form[:1]) or form.isdigit()
    return form != "second" and any(form == word for word, _ in [*lists["words"], *lists["scales"]])


def _is_slip(quoted: Sequence[str], source: Sequence[str], is_known: Callable[[str], bool]) -> bool:
    ours, theirs = "".join(quoted), "".join(source)
    if not ours or not theirs or ours.isdigit() or all(is_known(form) for form in quoted):
        return False
    return OSA.distance(ours, theirs) <= max(1, _SLIP * max(len(ours), len(theirs)))


def _is_inflected(quoted: Sequence[str], source: Sequence[str]) -> bool:
    if len(quoted) != len(source):
        return False
    return all(one == other or _share_stem(one, other) for one, other in zip(quoted, source, strict=True))


def _share_stem(one: str, other: str) -> bool:
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if shared < min(_SHORTEST_STEM, len(one), len(other)):
        return False
    return all(_INFLECTION.fullmatch(word[shared:]) for word in (one, other)) and shared >= _SHORTEST_STEM
