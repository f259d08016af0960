"""The subject of a verb that reports speech: somebody whom the record knows, or another word."""

import re

from onrecord.attribute.cues import find_cues
from onrecord.attribute.frames import Frame
from onrecord.attribute.mentions import Mention
from onrecord.attribute.positions import CAPITAL, POSSESSIVE, find_capitals, is_object, is_part, may_be_subject
from onrecord.attribute.words import load_name_words, load_sentence_words
from onrecord.model import Span

Subject = Mention | Span

_WORD_REACH = 60
_SUBJECT_REACH = 120
_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)[\s(]*\Z")
_SKIPPED = re.compile(
    r"(?:(?:also|then|once|later|again|has|had|have|would|went on to|goes on to|used to|\w+ly)\s+)+\Z"
)
_JOINTS = frozenset({"and", "or", "but", "who", "which", "that", "to", "then", "-"})
_AUXILIARIES = frozenset({"as", "in", "by", "was", "is", "so", "were", "be", "been", "are", "being"})
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "it", "him"})
_INSERTS = frozenset({"in", "on", "at", "during", "before", "after", "himself", "herself", "who", "of"})
_SUBORDINATE = frozenset({"as", "while", "when", "whereas", "because", "that"})
# A closed aside before a verb: Marle, a keeper of lamps, said / Marle, who said
_CLOSED = re.compile(r",[^,]*,\s*\Z|,?\s+who\s*\Z")
_JOINT_AFTER = re.compile(r",?\s+and\s+[^\W\d_a-z]")
_NEXT_WORD = re.compile(r"\s+([\w'\u2019-]+)")


def find_subject(frame: Frame, cue: re.Match[str]) -> Subject | None:
    """Who or what does what the verb says; `None` where the frame does not tell ("adding", "was told", "and said")."""
    before = frame.text[: cue.start()]
    if frame.side != "lead" and not _SKIPPED.sub("", before.lstrip(" ,\u2014\u2013-)") + " ").strip(" ,"):
        return _find_inverted(frame, cue)
    stem = before.rstrip()
    if cue[0].endswith("ing") and stem.endswith((",", "\u2014", " and", " by", " in")):
        return _find_participle_subject(frame, cue)
    return _find_known(frame, cue) or _find_word(frame, cue)


def _find_inverted(frame: Frame, cue: re.Match[str]) -> Subject | None:
    """The subject after a verb with which the frame begins: "...," said President Lincoln."""
    if cue[0].endswith("ing"):
        return None
    honorifics = load_name_words().before
    words = load_sentence_words()
    for mention in frame.mentions:
        between = frame.text[cue.end() : mention.span.start].lower().split()
        if mention.span.start > cue.end() and honorifics.issuperset(between):
            after = _NEXT_WORD.match(frame.text, mention.span.end)
            follows = words.openers | words.prepositions | words.places | {"himself", "herself", "sadly"}
            parted = after is not None and not after[1].isdigit() and after[1].lower() not in follows
            parted = parted and not after[1].endswith("ly") if after else parted
            possessive = POSSESSIVE.match(frame.text, mention.span.end)
            if parted or possessive or _JOINT_AFTER.match(frame.text, mention.span.end):
                return mention.span
            return mention
    word = _NEXT_WORD.match(frame.text, cue.end())
    if word is None or word[1].isdigit() or word[1].lower() in words.prepositions | words.places:
        return None
    return Span(start=word.start(1), end=word.end(1))


def _find_participle_subject(frame: Frame, cue: re.Match[str]) -> Subject | None:
    """The subject of the sentence before ", saying": the first name that begins a clause, if a verb before has none."""
    if any(True for _ in find_cues(frame.text, 0, cue.start())):
        return None
    capitals = [each for each in find_capitals(frame) if each.end <= cue.start()]
    if not capitals:
        return None
    for mention in frame.mentions:
        if mention.span.start <= capitals[0].start < mention.span.end and may_be_subject(frame, mention):
            return mention
    return capitals[0]


def _find_known(frame: Frame, cue: re.Match[str]) -> Mention | Span | None:
    """The nearest name before the verb that only an aside parts from it."""
    passed = False
    for mention in reversed(frame.mentions):
        if mention.span.end > cue.start():
            continue
        if cue.start() - mention.span.end > _SUBJECT_REACH or any(find_cues(frame.text, mention.span.end, cue.start())):
            return None
        between = frame.text[mention.span.end : cue.start()]
        if is_object(frame.text[: mention.span.start]):
            continue
        adjacent = not _SKIPPED.sub("", between.lstrip()).strip()
        if adjacent and not passed:
            return mention.span if is_part(frame, mention) else mention
        if may_be_subject(frame, mention) and _is_transparent(between):
            return mention
        passed = True
    return None


def _is_transparent(between: str) -> bool:
    """Whether the words between a name and a verb leave it the subject: nothing, an aside, a conjunction at the end.

    "Lincoln in 1862 said", but not "Lincoln's friends said", "Lincoln, Mayor Marle said" or "Lincoln aide Hay said".
    """
    plain = _SKIPPED.sub("", between.lstrip())
    words = plain.lower().replace(",", " , ").replace("(", " ( ").split()
    if not words:
        return True
    if not _PRONOUNS.isdisjoint(words):
        return False
    if words[-1] in {"and", "but", "then"}:
        return _SUBORDINATE.isdisjoint(words) and not CAPITAL.search(plain.partition(" and ")[2])
    first, _, _ = plain.partition(",")
    last = plain.rpartition(",")[2].split()
    begins = not first.strip() or first.split()[0].lower() in _INSERTS
    return begins and ("," not in plain or not last or last[0].lower() in _INSERTS)


def _find_word(frame: Frame, cue: re.Match[str]) -> Span | None:
    """The word right before a verb, adverbs and closed asides passed over; `None` where a conjunction stands there."""
    skipped = _SKIPPED.search(frame.text, max(0, cue.start() - _WORD_REACH), cue.start())
    end = skipped.start() if skipped else cue.start()
    while closed := _CLOSED.search(frame.text, max(0, end - _SUBJECT_REACH), end):
        end = closed.start()
    word = _WORD_BEFORE.search(frame.text, max(0, end - _WORD_REACH), end)
    if word is None or word[1].lower() in _JOINTS or word[1].lower() in _AUXILIARIES:
        return None
    return Span(start=word.start(1), end=word.end(1))
