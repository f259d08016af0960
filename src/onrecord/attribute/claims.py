"""What the sentence around a quotation claims: who said it, and when."""

import re

import msgspec

from onrecord.attribute.cues import find_cues, has_cue
from onrecord.attribute.mentions import Mention
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Clue, Span

_SUBJECT_REACH = 90
_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)[\s(]*\Z")
_SKIPPED = re.compile(r"(?:(?:also|then|once|later|has|had|have|would|then|famously|reportedly|again|\w+ly)\s+)+\Z")
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "him"})
_POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)((?:[\s,]+[\w'\u2019-]+){0,5})")
_OCCASION_OF = re.compile(r"(\w+)\s+(?:of|by|from)\s+\Z")
_ACCORDING = re.compile(r"(?:according to|in the words of|words of|as|by)\s+\Z", re.IGNORECASE)


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """The writer's words in a quotation's sentence.

    `near` are the stretches that touch the quotation, the likeliest place of a claim first; `far` the others, nearest first.
    """

    near: tuple[Span, ...]
    far: tuple[Span, ...]
    quotation: Span


def order_gaps(text: str, gaps: tuple[Span, ...], quotation: Span, *, trails: bool) -> Around:
    """The stretches of a sentence outside its quotations, by how likely each holds the claim of `quotation`.

    `trails` says that the quotation ends as one does before "she said". A stretch with a cue verb comes first.
    """
    inner = [gap for gap in gaps if quotation.holds(gap)]
    lead = [gap for gap in gaps if gap.end == quotation.start]
    trail = [gap for gap in gaps if gap.start == quotation.end]
    near = [*inner, *trail, *lead] if trails else [*inner, *lead, *trail]
    near.sort(key=lambda gap: not has_cue(gap.slice(text)))
    far = [gap for gap in gaps if gap not in near]
    far.sort(key=lambda gap: _get_distance(gap, quotation))
    return Around(near=tuple(near), far=tuple(far), quotation=quotation)


def find_claimed_date(around: Around, dates: tuple[Clue, ...]) -> Clue | None:
    """The date nearest to the quotation, in the likeliest stretch of the sentence that has one."""
    for gap in (*around.near, *around.far):
        held = [clue for clue in dates if clue.span is not None and gap.holds(clue.span)]
        if held:
            return min(held, key=lambda clue: _get_distance(clue.span or gap, around.quotation))
    return None


def find_claimed_speaker(text: str, around: Around, mentions: tuple[Mention, ...]) -> Mention | None:
    """The person to whom the sentence gives the quotation, or `None` where it names nobody or does not decide.

    The subject of a cue verb speaks; without a cue, the only person named.
    """
    gaps = (*around.near, *around.far)
    for gap in gaps:
        held = tuple(each for each in mentions if gap.holds(each.span))
        speakers = [each for each in held if _is_speaker(text, gap, each, held)]
        if speakers:
            return min(speakers, key=lambda each: _get_distance(each.span, around.quotation))
        subject = _find_other_subject(text, gap)
        if subject is not None:
            return _resolve_pronoun(text, subject, gaps, mentions)
    return _get_only_person(text, gaps, mentions)


def _is_speaker(text: str, gap: Span, mention: Mention, held: tuple[Mention, ...]) -> bool:
    before = text[gap.start : mention.span.start]
    possessive = _POSSESSIVE.match(text, mention.span.end, gap.end)
    occasions = load_sentence_words().occasions
    if possessive:
        return not occasions.isdisjoint(possessive[1].lower().split())
    occasion = _OCCASION_OF.search(before)
    if (occasion and occasion[1].lower() in occasions) or _ACCORDING.search(before):
        return True
    return _follows_cue(text, gap, mention) or (not _is_object(before) and _precedes_cue(text, gap, mention, held))


def _is_object(before: str) -> bool:
    word = _WORD_BEFORE.search(before)
    return word is not None and word[1].lower() in load_sentence_words().prepositions


def _precedes_cue(text: str, gap: Span, mention: Mention, held: tuple[Mention, ...]) -> bool:
    """Whether a cue verb follows, nobody else named between."""
    end = min(gap.end, mention.span.end + _SUBJECT_REACH)
    cue = next(find_cues(text, mention.span.end, end), None)
    if cue is None:
        return False
    between = Span(start=mention.span.end, end=cue.start())
    return not any(between.holds(other.span) for other in held) and not _has_pronoun(between.slice(text))


def _has_pronoun(text: str) -> bool:
    return not _PRONOUNS.isdisjoint(text.lower().split())


def _follows_cue(text: str, gap: Span, mention: Mention) -> bool:
    """Whether a cue verb stands right before, itself without a subject: "X," said Lincoln."""
    for cue in find_cues(text, gap.start, mention.span.start):
        if not text[cue.end() : mention.span.start].strip() and _get_subject(text, gap, cue.start()) is None:
            return True
    return False


def _find_other_subject(text: str, gap: Span) -> Span | None:
    """The subject of the stretch's last cue verb, where it is a word of its own and not somebody of the record."""
    subjects = [_get_subject(text, gap, cue.start()) for cue in find_cues(text, gap.start, gap.end)]
    found = [subject for subject in subjects if subject is not None]
    return found[-1] if found else None


def _get_subject(text: str, gap: Span, cue: int) -> Span | None:
    """The word right before a cue verb, adverbs passed over; `None` where a comma, a conjunction or nothing stands there."""
    skipped = _SKIPPED.search(text, gap.start, cue)
    word = _WORD_BEFORE.search(text, gap.start, skipped.start() if skipped else cue)
    if word is None:
        return None
    plain = word[1].lower()
    if plain in {"and", "or", "but", "who", "which", "that", "to", "as", "then", "in", "by", "was", "is", "so"}:
        return None
    return Span(start=word.start(1), end=word.end(1))


def _resolve_pronoun(text: str, subject: Span, gaps: tuple[Span, ...], mentions: tuple[Mention, ...]) -> Mention | None:
    """The only person named before the pronoun in its sentence and not as an object; nobody for any other subject."""
    if subject.slice(text).lower() not in {"he", "she"}:
        return None
    before = [each for each in mentions if each.span.end <= subject.start and any(gap.holds(each.span) for gap in gaps)]
    free = [each for each in before if not _is_object(text[max(0, each.span.start - 20) : each.span.start])]
    return _get_agreed(tuple(free)) if len(free) == len(before) else None


def _get_only_person(text: str, gaps: tuple[Span, ...], mentions: tuple[Mention, ...]) -> Mention | None:
    held = [each for each in mentions if any(gap.holds(each.span) for gap in gaps)]
    return _get_agreed(tuple(held))


def _get_agreed(mentions: tuple[Mention, ...]) -> Mention | None:
    """The last of the mentions, if all mean the same."""
    return mentions[-1] if len({each.people for each in mentions}) == 1 else None


def _get_distance(span: Span, other: Span) -> int:
    if span.meets(other):
        return 0
    return max(other.start - span.end, span.start - other.end)
