"""Messages: a text that somebody signed, to somebody."""

import functools
import re
from itertools import takewhile

from onrecord.model import Span
from onrecord.read.layout import Layout, Sheet, Stated
from onrecord.read.paragraphs import Paragraph
from onrecord.read.phrases import any_of, get_phrases
from onrecord.read.signatures import find_signature
from onrecord.read.tags import find_tags
from onrecord.read.titles import Titled, read_title

_LONGEST_SALUTATION = 160
# An invocation may stand above the salutation.
_MOST_ABOVE = 3


def read_message(sheet: Sheet) -> Layout | None:
    """The layout of a signed page with a salutation, a closing, or a title that calls it a message; else `None`.

    `facts` state who signed (speaker), to whom it goes (addressee), and its lines of date and place.
    """
    paragraphs = sheet.paragraphs
    salutation = _find_salutation(paragraphs)
    titled = read_title(paragraphs, body=salutation[0] if salutation else None)
    signature = find_signature(titled.paragraphs)
    if signature is None or signature.start <= _count_headings(titled):
        return None
    addressee = Stated("addressee", "page", *salutation) if salutation else _read_title(titled)
    if addressee is None and not signature.is_closed:
        return None
    return Layout(
        form="message",
        paragraphs=titled.paragraphs,
        title=titled.title,
        kicker=titled.kicker,
        tags=find_tags(titled.paragraphs),
        statements=(*titled.statements, *((addressee,) if addressee else ()), *signature.stated),
    )


def _count_headings(titled: Titled) -> int:
    return sum(1 for _ in takewhile(lambda paragraph: paragraph.kind in {"kicker", "heading"}, titled.paragraphs))


def _find_salutation(paragraphs: tuple[Paragraph, ...]) -> tuple[int, Span] | None:
    """The paragraph near the top that greets somebody, and whom."""
    for index, paragraph in enumerate(paragraphs[: _MOST_ABOVE + 2]):
        text = paragraph.text
        match = _salutation().fullmatch(text) if len(text) <= _LONGEST_SALUTATION else None
        if match is not None and index + 1 < len(paragraphs):
            return index, Span(start=match.start("addressee"), end=match.end("addressee"))
    return None


def _read_title(titled: Titled) -> Stated | None:
    """To whom the message goes, where the title calls it one."""
    match = _title().search(titled.title)
    index = next((i for i, paragraph in enumerate(titled.paragraphs) if paragraph.kind == "heading"), 0)
    if match is None:
        return None
    return Stated("addressee", "page", index, Span(start=match.start("addressee"), end=match.end("addressee")))


@functools.cache
def _salutation() -> re.Pattern[str]:
    words = get_phrases().message.salutations
    return re.compile(
        rf"(?:(?:My\s+)?Dear\s+|To\s+)?(?P<addressee>(?:(?<=Dear\s)|(?<=To\s)|{any_of(words)}(?!\w)).{{0,140}}?)\s*[,:!]"
    )


@functools.cache
def _title() -> re.Pattern[str]:
    kinds = any_of(get_phrases().message.kinds)
    ends = r"(?=\s+(?:on|in|following|after|for|about|regarding)\b|\s*$)"
    return re.compile(rf"\b{kinds}\b.*?\bto\s+(?P<addressee>\S.*?){ends}", re.IGNORECASE)
