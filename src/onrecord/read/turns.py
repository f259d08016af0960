"""Conversations: who speaks where, told by the labels before their words."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from onrecord.model import Block, Span, Turn
from onrecord.read.labels import Label, may_be_labelled, read_label
from onrecord.read.paragraphs import Paragraph
from onrecord.read.wrapping import ends_sentence

# A page is a conversation when nearly every paragraph has a label, or when there are many from its top on.
_FEWEST, _MANY = 3, 8
_NEARLY_EVERY, _BELOW_PROSE, _MANY_SHARE = 0.6, 0.9, 0.1
_TOP = 5
# A name in capitals behind a stop, where a line break was lost: `Thank you.CLINTON: It is good …`.
_LOST_BREAK = re.compile(
    r"(?<=[.!?\u2026\])\u201d\"\u2014-])\s?([A-Z][A-Z'\u2019-]{2,}(?: [A-Z][A-Z.'\u2019-]+){0,2}):\s"
)


class Placed(NamedTuple):
    """A label, the paragraph in which it stands, and its place in there."""

    paragraph: int
    label: Label
    span: Span
    words: int


def find_labels(paragraphs: tuple[Paragraph, ...]) -> tuple[Placed, ...]:
    """The labels of a transcript, in order: at the start of paragraphs, and those in capitals inside of them too.

    Words before a colon are labels where one of them comes back or opens the text; names in small letters only where
    they lead a conversation.
    """
    read = (
        (index, read_label(each.text))
        for index, each in enumerate(paragraphs)
        if each.kind == "paragraph" and may_be_labelled(each.pieces[0].text)
    )
    found = [Placed(index, label, label.span, label.words) for index, label in read if label is not None]
    sure = tuple(each for each in found if each.label.kind != "name")
    counts = Counter(each.label.speaker for each in found)
    if is_conversation(tuple(found), paragraphs):
        kept = tuple(each for each in found if each.label.kind != "name" or counts[each.label.speaker] > 1)
    else:
        kept = sure if _are_labels(sure, counts, paragraphs) else ()
    return tuple(_add_inner(kept, paragraphs)) if kept else ()


def _are_labels(sure: tuple[Placed, ...], counts: Counter[str], paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether one comes back, two are roles, or the first opens the text: a salutation or a heading stands alone."""
    if any(counts[each.label.speaker] > 1 for each in sure):
        return True
    opens = bool(sure) and sure[0].paragraph == 0 and sure[0].words < len(paragraphs[0].text)
    return opens or len({each.label.speaker for each in sure if each.label.kind == "role"}) > 1


def is_conversation(labels: tuple[Placed, ...], paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether the labels make the whole page a conversation of at least two speakers."""
    counts = Counter(each.label.speaker for each in labels)
    known = [each for each in labels if each.label.kind != "name" or counts[each.label.speaker] > 1]
    if len({each.label.speaker for each in known}) <= 1 or known[0].paragraph > _TOP or max(counts.values()) == 1:
        return False
    body = len(paragraphs) - known[0].paragraph
    labelled = len({each.paragraph for each in known})
    # Below prose a few turns may be an excerpt in an article.
    has_prose = any(ends_sentence(each.text) for each in paragraphs[: known[0].paragraph])
    nearly_every = _BELOW_PROSE if has_prose else _NEARLY_EVERY
    return labelled >= max(_FEWEST, nearly_every * body) or labelled >= max(_MANY, _MANY_SHARE * body)


def _add_inner(labels: tuple[Placed, ...], paragraphs: tuple[Paragraph, ...]) -> Iterator[Placed]:
    """The labels, and where one in capitals stands inside a paragraph, as after a lost line break."""
    by_paragraph = {each.paragraph: each for each in labels}
    body = [(i, p.text) for i, p in enumerate(paragraphs) if i >= labels[0].paragraph and p.kind == "paragraph"]
    names = {each.label.speaker for each in labels if each.label.kind == "capitals" and each.label.speaker}
    lost = Counter(match[1] for _, text in body for match in _LOST_BREAK.finditer(text)) if names else Counter[str]()
    names |= {name for name, count in lost.items() if count > 1}
    inner = _build_inner(names)
    for index, text in body:
        first = by_paragraph.get(index)
        if first is not None:
            yield first
        for match in inner.finditer(text, first.words if first else 0) if inner else ():
            span = Span(start=match.start(), end=match.start() + len(match[0].rstrip()))
            yield Placed(index, Label(match[1], span, match.end(), "capitals"), span, match.end())


def _build_inner(names: set[str]) -> re.Pattern[str] | None:
    spelled = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![\w'\u2019-])({spelled})\s?(?:[(\[][^()\[\]]*[)\]])?:\s+") if names else None


def settle_turns(labels: tuple[Placed, ...], text: str, blocks: tuple[Block, ...]) -> tuple[Turn, ...]:
    """The turns of an assembled text: each goes on to the next label, the last to the notes or the end.

    Where there is a single label, words without it may be somebody else's: its turns end with their paragraphs.
    """
    if not labels:
        return ()
    starts = [blocks[each.paragraph].span.start for each in labels]
    marks = [start + each.span.start for start, each in zip(starts, labels, strict=True)]
    ends = [*marks[1:], _find_end(blocks)]
    if len({each.label.speaker for each in labels}) == 1:
        ends = [min(end, blocks[each.paragraph].span.end) for end, each in zip(ends, labels, strict=True)]
    return tuple(
        Turn(
            speaker=each.label.speaker,
            span=_trim(text, Span(start=start + each.words, end=end)),
            label=each.span.shift(start),
        )
        for each, start, end in zip(labels, starts, ends, strict=True)
    )


def _find_end(blocks: tuple[Block, ...]) -> int:
    body = tuple(takewhile(lambda block: block.kind != "note", blocks))
    last = body[-2] if len(body) > 1 and len(body) < len(blocks) and body[-1].kind == "heading" else body[-1]
    return last.span.end


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, max(span.start, span.end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)
