"""Whom a stretch of a sentence makes the speaker: the subject of a cue verb, or the owner of the words."""

import re

from onrecord.attribute.cues import find_cues
from onrecord.attribute.mentions import Mention
from onrecord.attribute.words import load_name_words, load_sentence_words
from onrecord.model import Span

_SUBJECT_REACH = 90
_WORD_REACH = 60
_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)[\s(]*\Z")
_ARTICLE = re.compile(r"\s[Tt]he\s+\Z")
# A name between an aside and the verb is the subject: "After the talk with Lincoln, Mr Hay said".
_OTHER_NAME = re.compile(r",\s*(?:[A-Z][\w.'\u2019-]*\s+)+\Z")
_SKIPPED = re.compile(r"(?:(?:also|then|once|later|has|had|have|would|famously|reportedly|again|\w+ly)\s+)+\Z")
_ASIDES = frozenset({",", "(", "in", "on", "at", "during", "before", "after", "himself", "herself", "who", "of"})
_JOINTS = frozenset({",", "and", "or", "but", "who", "which", "that", "to", "then", "\u2014", "-"})
_AUXILIARIES = frozenset({"as", "in", "by", "was", "is", "so"})
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "him"})
_POSSESSIVE = re.compile(r"['\u2019]s?(?!\w)((?:[\s,]+[\w'\u2019-]+){0,5})")
_NAME_AFTER = re.compile(r"\s+([A-Z][\w.'\u2019-]*)")
_OWNER = re.compile(r"(\w+)\s+(?:of|by|from)\s+\Z")
_SOURCE = re.compile(r"(?:\b(?:according to|words of|as)|^[\s,]*by)\s+\Z", re.IGNORECASE)


def is_speaker(text: str, gap: Span, mention: Mention, held: tuple[Mention, ...]) -> bool:
    """Whether the stretch `gap` makes somebody it names the speaker; `held` is everybody it names.

    Lincoln said / said President Lincoln / according to Lincoln / Lincoln's second inaugural / in a letter of Lincoln.
    """
    occasions = load_sentence_words().occasions
    before = text[gap.start : mention.span.start]
    if possessive := _POSSESSIVE.match(text, mention.span.end, gap.end):
        return not occasions.isdisjoint(possessive[1].lower().split())
    owner = _OWNER.search(before, max(0, len(before) - _WORD_REACH))
    if (owner and owner[1].lower() in occasions) or _SOURCE.search(before):
        return True
    return _follows_cue(text, gap, mention) or (not is_object(before) and _precedes_cue(text, gap, mention, held))


def is_object(before: str) -> bool:
    """Whether a name after these words is spoken of, to, about."""
    word = _WORD_BEFORE.search(_ARTICLE.sub(" ", before[-_WORD_REACH:]))
    return word is not None and word[1].lower() in load_sentence_words().prepositions


def may_be_subject(text: str, gap: Span, mention: Mention) -> bool:
    """Whether the name begins a clause, or stands as an owner right before the quotation: Lincoln's "malice"."""
    if possessive := _POSSESSIVE.match(text, mention.span.end, gap.end):
        return not possessive[1].strip() and not text[possessive.end() : gap.end].strip()
    word = _WORD_BEFORE.search(text, max(gap.start, mention.span.start - _WORD_REACH), mention.span.start)
    if word is None or not word[1][0].islower():
        return True
    words = load_sentence_words()
    return word[1] in words.openers and word[1] not in words.prepositions


def find_other_subject(text: str, gap: Span) -> Span | None:
    """The subject of the stretch's last cue verb, where it is a word of its own: a pronoun, a noun, an unknown name."""
    subjects = [_get_any_subject(text, gap, cue) for cue in find_cues(text, gap.start, gap.end)]
    found = [subject for subject in subjects if subject is not None]
    return found[-1] if found else None


def _get_any_subject(text: str, gap: Span, cue: re.Match[str]) -> Span | None:
    before = _get_subject(text, gap, cue.start())
    after = _NAME_AFTER.match(text, cue.end(), gap.end)
    if before is None and after is not None and not text[gap.start : cue.start()].strip(" ,\u2014-"):
        return Span(start=after.start(1), end=after.end(1))
    return before


def _get_subject(text: str, gap: Span, cue: int) -> Span | None:
    """The word right before a cue verb, adverbs passed over; `None` where a comma or a conjunction stands there."""
    skipped = _SKIPPED.search(text, max(gap.start, cue - _WORD_REACH), cue)
    end = skipped.start() if skipped else cue
    word = _WORD_BEFORE.search(text, max(gap.start, end - _WORD_REACH), end)
    if word is None or word[1].lower() in _JOINTS or word[1].lower() in _AUXILIARIES:
        return None
    return Span(start=word.start(1), end=word.end(1))


def _follows_cue(text: str, gap: Span, mention: Mention) -> bool:
    """Whether a cue verb stands right before, itself without a subject: "X," said Lincoln."""
    honorifics = load_name_words().before
    start = max(gap.start, mention.span.start - _WORD_REACH)
    return any(
        honorifics.issuperset(text[cue.end() : mention.span.start].lower().split())
        and _get_subject(text, gap, cue.start()) is None
        for cue in find_cues(text, start, mention.span.start)
    )


def _precedes_cue(text: str, gap: Span, mention: Mention, held: tuple[Mention, ...]) -> bool:
    """Whether a cue verb follows of which the name is the subject."""
    end = min(gap.end, mention.span.end + _SUBJECT_REACH)
    cue = next(find_cues(text, mention.span.end, end), None)
    if cue is None:
        return False
    between = Span(start=mention.span.end, end=cue.start())
    words = between.slice(text)
    if any(between.holds(other.span) for other in held) or not _PRONOUNS.isdisjoint(words.lower().split()):
        return False
    return cue[0].endswith("ing") or _is_transparent(words)


def _is_transparent(between: str) -> bool:
    """Whether the words between a name and a verb leave it the subject: nothing, an aside, a conjunction at the end.

    "Lincoln in 1862 said", but not "Lincoln's friends said" or "Lincoln aide John Hay said".
    """
    if _OTHER_NAME.fullmatch(between):
        return False
    words = _SKIPPED.sub("", between.lstrip()).lower().replace(",", " , ").split()
    return not words or words[0] in _ASIDES or words[-1] in {"and", "but", "then"}
