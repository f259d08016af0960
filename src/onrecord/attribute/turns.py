"""Who speaks in the turns of a conversation."""

import msgspec

from onrecord.attribute.names import find_people, fold_name
from onrecord.attribute.words import load_sentence_words
from onrecord.model import Document, Person, Turn


def resolve_turns(doc: Document, people: tuple[Person, ...]) -> tuple[Turn, ...]:
    """The turns of the document, their speakers by the name of the one person of `people` whom the label means."""
    names = {turn.speaker: _resolve(turn.speaker, people) for turn in doc.turns}
    return tuple(
        turn if names[turn.speaker] == turn.speaker else msgspec.structs.replace(turn, speaker=names[turn.speaker])
        for turn in doc.turns
    )


def name_speakers(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    """Everybody whom the labels name, in the order of their first turns; a question or the audience names nobody."""
    return tuple(dict.fromkeys(turn.speaker for turn in turns if _names_somebody(turn.speaker)))


def _resolve(speaker: str, people: tuple[Person, ...]) -> str:
    meant = find_people(speaker, people) if _names_somebody(speaker) else ()
    return meant[0].name if len(meant) == 1 else speaker


def _names_somebody(speaker: str) -> bool:
    words = fold_name(speaker)
    return bool(words) and load_sentence_words().nobody.isdisjoint(words)
