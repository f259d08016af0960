"""The heading of a transcript: who spoke, where, when."""

import functools
import re
from typing import Literal, NamedTuple

from onrecord.model import Span
from onrecord.read.dateshapes import date_shape
from onrecord.read.paragraphs import Paragraph, join_paragraphs
from onrecord.read.phrases import any_of, get_phrases

_LONGEST = 400
_MOST_PARAGRAPHS = 3
_MOST_OWNER_WORDS = 8
_MARKUP = re.compile(r"[<>={}]")
_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*")
# Between the parts of a headline: "Obama's Speech in Cairo - A Report by ..."
_PART = re.compile(r"\s[-\u2013\u2014|]+\s|[:;]\s")

HeadingName = Literal["speaker", "occasion", "date"]


class Heading(NamedTuple):
    """The heading as one paragraph, how many paragraphs it took, what it states, and where its title ends."""

    paragraph: Paragraph
    taken: int
    parts: tuple[tuple[HeadingName, Span], ...]
    title_end: int


def find_heading(paragraphs: tuple[Paragraph, ...]) -> Heading | None:
    """The heading at the top, joined over blank lines as far as its date; `None` where the page has none.

    A heading without a date is a single paragraph that names an occasion and does not end as a sentence does.
    """
    for taken in range(1, _MOST_PARAGRAPHS + 1):
        if len(paragraphs) <= taken:
            break
        joined = join_paragraphs(paragraphs[:taken], kind="heading")
        if len(joined.text) > _LONGEST:
            break
        heading = _read_dated(joined, taken)
        if heading:
            return heading
    return _read_undated(paragraphs)


def _read_dated(joined: Paragraph, taken: int) -> Heading | None:
    tail = _date_tail().search(joined.text)
    head = _match_head(joined.text[: tail.start()]) if tail else None
    if not tail or not head:
        return None
    parts = (*_parts(head), ("date", Span(start=tail.start("date"), end=tail.end("date"))))
    return Heading(joined, taken, parts, tail.start())


def _read_undated(paragraphs: tuple[Paragraph, ...]) -> Heading | None:
    text = paragraphs[0].text if len(paragraphs) > 1 else ""
    if not text or len(text) > _LONGEST // 2 or text.endswith((".", "!", "?", ",", ";", ":", "”", '"')):
        return None
    head = _match_head(text)
    if not head or not head["occasion"]:
        return None
    return Heading(paragraphs[0].turn("heading"), 1, _parts(head), len(text))


def _match_head(text: str) -> re.Match[str] | None:
    if _MARKUP.search(text) or _is_about(text):
        return None
    for pattern in _heads():
        match = pattern.fullmatch(text)
        if match and _leads_up(match["before"]) and _is_owner(match):
            return match
    return None


def _is_about(text: str) -> bool:
    """Whether a later part of the line says that somebody tells of the speech: `... - A Report by John Smith`."""
    reports = get_phrases().heading.reports
    later = _PART.split(text)[1:]
    return any(re.search(rf"\b{any_of(reports)}\b", part, re.IGNORECASE) for part in later) or bool(
        re.search(rf"\b{any_of(reports)}\s+(?:by|from)\b", text, re.IGNORECASE)
    )


def _leads_up(before: str | None) -> bool:
    """Whether the words before the kind of speech only say more of it: `Opening Remarks`, no `Summary of Remarks`."""
    words = get_phrases().heading
    barred = {word.lower() for word in (*words.reports, *words.verbs, *words.particles, "about", "to")}
    return barred.isdisjoint((before or "").lower().split())


def _is_owner(match: re.Match[str]) -> bool:
    """Whether the owner of a speech is at most a title and a name: `Captain Tolvey`, no `Critics attack Tolvey`."""
    if match.re is not _heads()[-1]:
        return True
    heading = get_phrases().heading
    words = match["speaker"].replace(",", " ").split()
    if not 1 <= len(words) <= _MOST_OWNER_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    barred = {word.lower() for word in (*heading.verbs, *heading.reports)}
    named = [word for word in words if word.lower() not in heading.particles]
    return bool(named) and all(word[0].isupper() and word.lower() not in barred for word in named)


def _parts(head: re.Match[str]) -> tuple[tuple[HeadingName, Span], ...]:
    names: tuple[HeadingName, ...] = ("speaker", "occasion")
    return tuple((name, Span(start=head.start(name), end=head.end(name))) for name in names if head[name])


@functools.cache
def _date_tail() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*[-\u2013—|,:]\s*|\s+\(|\s+)(?P<date>{date_shape()})\)?\s*$", re.IGNORECASE)


@functools.cache
def _heads() -> tuple[re.Pattern[str], ...]:
    """`Speech of X, in the Y` before `Speech of X in the Y`: a comma tells where a long name ends."""
    words = get_phrases().heading
    begin = (
        rf"(?:{any_of(words.prefixes)}\s+(?:the\s+)?)?"
        rf"(?P<before>(?:\w+\s+){{0,2}}?){any_of(words.kinds)}\s+{any_of(words.by)}\s+"
    )
    end = rf"{any_of(words.occasions)}\s+(?:the\s+|an?\s+)?(?P<occasion>\S.*?)\s*"
    speaker = r"(?:the\s+)?(?P<speaker>\S.*?)"
    lead = rf"(?:{any_of(words.leads)}(?:\s*:\s*|\s+))?"
    owner = (
        rf"{lead}(?:the\s+)?(?P<speaker>\S.{{0,80}}?)['\u2019]s?\s+"
        rf"(?P<before>(?:\w+\s+){{0,2}}?){any_of(words.kinds)}\s+"
    )
    patterns = (
        rf"{begin}{speaker},\s+{end}",
        rf"{begin}{speaker}\s+{end}",
        rf"{begin}{speaker}(?P<occasion>)\s*",
        rf"{owner}{end}",
    )
    return tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in patterns)
