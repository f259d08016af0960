"""Who takes part in an occasion, read from the commas of a lead sentence."""

import functools
import re
from collections.abc import Iterator

import msgspec

from onrecord.model import Participant, Span
from onrecord.read.dateshapes import date_shape, day_shape
from onrecord.read.phrases import any_of, get_phrases

_PIECE = re.compile(r"[^,;]+")
_AND = re.compile(r"(?:and|as well as|together with|accompanied by)\s+", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:he|she|they|it|we|i|who|which|where|when|while|\w+ing)\b", re.IGNORECASE)
# Behind an initial or a form of address a dot ends no sentence.
SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGen)[.!?:](?:\s|$)|\n")


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """The participants of a stretch of a sentence, and where they end; `spoke` says that a verb ended them."""

    participants: tuple[Participant, ...]
    end: int
    spoke: bool = False


def find_participants(text: str, span: Span, *, speaker_follows: bool = False) -> Named:
    """Everybody whom the stretch names before its verb: names, what they are, who is with them.

    A piece between commas that begins with "the" says what the one before it is, unless a verb follows it directly. A
    name behind such a piece ("the Harbour Master, Captain Tolvey") is the same person, unless the stretch ends with the
    one who speaks: "with the keepers, Captain Tolvey said".
    """
    found: list[Participant] = []
    end = span.start
    named = False
    for piece in _find_pieces(text, span):
        verb = _verb().search(text, piece.start, piece.end)
        words = _trim(text, Span(start=piece.start, end=verb.start() if verb else piece.end))
        if found and _NO_NAME.match(_AND.sub("", words.slice(text))):
            break
        if words and not _circumstance().match(text, words.start):
            _add(found, text, words, beside=named and verb is None, is_list=speaker_follows)
            named = True
        else:
            named = False
        end = words.end
        if verb:
            return Named(participants=tuple(found), end=end, spoke=True)
    return Named(participants=tuple(found), end=end)


def _find_pieces(text: str, span: Span) -> Iterator[Span]:
    stop = SENTENCE_END.search(text, span.start, span.end)
    for match in _PIECE.finditer(text, span.start, stop.start() if stop else span.end):
        piece = _trim(text, Span(start=match.start(), end=match.end()))
        if len(piece):
            yield piece


def _add(found: list[Participant], text: str, words: Span, *, beside: bool, is_list: bool) -> None:
    """Add what a piece names; `beside` says that it stands right behind the last participant."""
    joined = _AND.match(text, words.start, words.end)
    last = found[-1] if beside and not joined and not found[-1].role else None
    if last is not None and _is_role(words.slice(text)):
        found[-1] = msgspec.structs.replace(last, role=words.slice(text))
        return
    if last is not None and not is_list and last.name.lower().startswith("the "):
        found[-1] = msgspec.structs.replace(_participant(text, words), role=last.name)
        return
    start = joined.end() if joined else words.start
    for parted in _companions().finditer(text, start, words.end):
        if text[start].isupper():
            found.append(_participant(text, Span(start=start, end=parted.start())))
            start = parted.end()
    found.append(_participant(text, Span(start=start, end=words.end)))


def _participant(text: str, span: Span) -> Participant:
    return Participant(name=span.slice(text), span=span)


def _is_role(words: str) -> bool:
    return bool(_role().match(words)) or words[:1].islower()


def _trim(text: str, span: Span) -> Span:
    """The span without blanks, dashes and adverbs of time at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n\xa0—-":
        start += 1
    if not _circumstance().match(text, start, end):
        tail = _tail().search(text, start, end)
        end = tail.start() if tail else end
    while end > start and text[end - 1] in " \t\n\xa0—-":
        end -= 1
    return Span(start=start, end=end)


@functools.cache
def _companions() -> re.Pattern[str]:
    """Captain Brandt and his crew: two; Mr Brandt and Mr Fenn: two; the Council of Masons and Sailmakers: one."""
    words = get_phrases().meeting
    begin = any_of(("his", "her", "their", "its", "some", "several", "members", "other", "a", "the"))
    return re.compile(rf"\s+and\s+(?=(?:{begin}|{any_of((*words.honorifics, *words.roles))})\s)")


@functools.cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:has\s+|have\s+|also\s+)?{any_of(get_phrases().meeting.verbs)}\b")


@functools.cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"{any_of(get_phrases().meeting.roles)}\s+(?:of|for|to)\b")


@functools.cache
def _circumstance() -> re.Pattern[str]:
    return re.compile(
        rf"(?:on\s+)?(?:{day_shape()}|{date_shape()})|[12]\d{{3}}\b|(?:in|at|on|during|after|before)\s", re.IGNORECASE
    )


@functools.cache
def _tail() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\s+(?:on\s+)?(?:{day_shape()}|{date_shape()})|\s+(?:by|via|over)\s+(?:the\s+)?\w*phone)+\s*\Z",
        re.IGNORECASE,
    )
