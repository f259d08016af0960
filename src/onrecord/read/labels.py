"""Labels of speakers before their words: `CAVUTO:`, `Q.`, `The President.`, `SALINAS [through translator]:`."""

import functools
import re
from typing import Literal, NamedTuple

from onrecord.model import Span
from onrecord.read.phrases import any_of, get_phrases

LabelKind = Literal["capitals", "role", "name"]

_LONGEST = 60
_MOST_WORDS = 6
# Up to a colon, with one dot or question mark at most (`Sen. Paul:`, `TRUMP(?):`); `???:`; `[UNKNOWN:]:`.
_BEFORE_COLON = re.compile(
    rf"(?:(\[[^\[\]:\n]{{2,40}}):\]:?|([^:\n.!?;]{{1,{_LONGEST}}}(?:\.[^:\n.!?;]{{1,{_LONGEST}}})?(?:\(\?\)\s?)?|\?{{2,}}|\(\?\))::?)(?![\d/])"
)
_ASIDE = re.compile(r"\s*(?:\[[^\[\]]*\]?|\([^()]*\))\s*")
_WHOLE_ASIDE = re.compile(r"[\[(]([^\[\]()]+)[\])]")
_WORD = r"(?:al-|de |van |von )?[A-Z][\w\u2019'-]+"
_NAME = re.compile(rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|St)\.\s+)?{_WORD}(?:\s+(?:[A-Z]\.|{_WORD})){{0,3}}")
# ClINTON and McCAIN are in capitals too.
_CAPITALS = 0.6


class Label(NamedTuple):
    """A label at the start of a text: what it says, how long it is, where the words begin, what kind it is."""

    speaker: str
    span: Span
    words: int
    kind: LabelKind


def may_be_labelled(line: str) -> bool:
    """Whether a paragraph with this first line may begin with a label; most are known not to at once."""
    return line.find(":", 0, 2 * _LONGEST) >= 0 or line.startswith(_spell_roles())


def read_label(text: str) -> Label | None:
    """The label with which the text begins, or `None`. Whether it is one at all, only the whole page can tell."""
    role = _role().match(text) if text.startswith(_spell_roles()) else None
    if role is not None:
        return _label(text, role["role"], role.end(), "role")
    match = _BEFORE_COLON.match(text)
    if match is None:
        return None
    written = match[2] or f"{match[1]}]"
    speaker = _read_speaker(written)
    kind = _get_kind(speaker, written)
    if kind is None or len(speaker.split()) > _MOST_WORDS or _never().fullmatch(speaker):
        return None
    is_joined = not text[match.end() : match.end() + 1].isspace() and match.end() < len(text)
    return None if is_joined and kind != "capitals" else _label(text, speaker, match.end(), kind)


def is_particular(text: str) -> bool:
    """Whether the text begins with a word and a colon that say of what page it is: `PARTICIPANTS: …`."""
    before, colon, _ = text[:_LONGEST].partition(":")
    return bool(colon) and bool(_never().fullmatch(before.strip()))


def _label(text: str, speaker: str, end: int, kind: LabelKind) -> Label:
    words = end
    while words < len(text) and text[words].isspace():
        words += 1
    return Label(speaker, Span(start=0, end=end), words, kind)


def _read_speaker(label: str) -> str:
    """The name without what stands in brackets beside it; a name that stands in brackets itself; none for `???`."""
    whole = _WHOLE_ASIDE.fullmatch(label.strip())
    return whole[1] if whole else _ASIDE.sub("", label).strip(" ?")


def _get_kind(speaker: str, label: str) -> LabelKind | None:
    letters = [char for char in speaker if char.isalpha()]
    if not letters:
        return "capitals" if set(label) == {"?"} else None
    if len(letters) > 1 and sum(map(str.isupper, letters)) >= _CAPITALS * len(letters) and speaker[0].isupper():
        return "capitals"
    return "name" if _NAME.fullmatch(speaker) else None


@functools.cache
def _spell_roles() -> tuple[str, ...]:
    roles = get_phrases().turns.roles
    return tuple(dict.fromkeys((*roles, *(role.upper() for role in roles))))


@functools.cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?P<role>{any_of(_spell_roles())})(?:\s+(?:\[[^\[\]]*\]|\([^()]*\)))?(?:\.|::?)(?=\s|$)")


@functools.cache
def _never() -> re.Pattern[str]:
    return re.compile(any_of(get_phrases().turns.never), re.IGNORECASE)
