"""Whose words a document is."""

from onrecord.attribute.mentions import find_mentions
from onrecord.attribute.names import find_people
from onrecord.attribute.turns import name_speakers
from onrecord.model import Document, Fact, Finding, Office, Person, Where

# What somebody states of one file outweighs what the page says of itself.
_ORIGINS = ("manifest", "header", "page", "heading")
_SPOKEN = {"transcript", "message"}


def resolve_speaker(doc: Document, office: Office) -> tuple[str, tuple[Finding, ...]]:
    """The name of the one person whose words the document is, or an empty string, and what is in doubt.

    The source's own facts decide, a manifest's before the page's; without one, the office's speaker stands for its
    transcripts and messages. A name that nobody of the office bears stands as it is written. Where several people
    speak by turns nobody does; where the labels of the turns name one, and nothing else does, it is that one.
    """
    speaking = name_speakers(doc.turns)
    if len(speaking) > 1:
        return "", _report_several(doc, speaking)
    facts = [fact for fact in doc.facts if fact.name == "speaker" and fact.text.strip()]
    facts.sort(key=lambda fact: _ORIGINS.index(fact.origin))
    if not facts:
        return _get_default(doc, office, speaking)
    people = office.people if office.speaker is None else (office.speaker, *office.people)
    named = [(fact, _name_speaker(fact, people)) for fact in facts]
    speaker = named[0][1]
    findings = tuple(_report_conflict(doc, facts[0], fact) for fact, name in named[1:] if name != speaker)
    if not speaker:
        findings = (_report_ambiguous(doc, facts[0]), *findings)
    return speaker, findings


def _get_default(doc: Document, office: Office, speaking: tuple[str, ...]) -> tuple[str, tuple[Finding, ...]]:
    if doc.form not in _SPOKEN:
        return "", ()
    if office.speaker is not None:
        return office.speaker.name, ()
    if speaking:
        return speaking[0], ()
    message = f"nothing says whose words this {doc.form} is; an office file or a manifest can"
    return "", (Finding(code="attribute-speaker-unknown", level="note", message=message, where=Where(document=doc.id)),)


def _name_speaker(fact: Fact, people: tuple[Person, ...]) -> str:
    """The name of the person meant, the fact's own words where nobody is known by them, empty where several are."""
    stated = " ".join(fact.text.split())
    meant = set(find_people(stated, people))
    if not meant:
        meant = {person for mention in find_mentions(stated, people) for person in mention.people}
    if len(meant) > 1:
        return ""
    return meant.pop().name if meant else stated


def _report_several(doc: Document, speaking: tuple[str, ...]) -> tuple[Finding, ...]:
    """A finding where the source states one speaker and its turns show several; an office's own speaker states none."""
    stated = [fact for fact in doc.facts if fact.name == "speaker" and fact.text.strip()]
    if not stated:
        return ()
    message = (
        f"{len(speaking)} people speak by turns, so the speaker of the {stated[0].origin} ({stated[0].text!r}) "
        "is not given to the whole"
    )
    return (Finding(code="attribute-speaker-several", level="note", message=message, where=Where(document=doc.id)),)


def _report_ambiguous(doc: Document, fact: Fact) -> Finding:
    message = f"the speaker of the {fact.origin} ({fact.text!r}) may be several people; the document has none"
    where = Where(document=doc.id, span=fact.span)
    return Finding(code="attribute-speaker-ambiguous", level="problem", message=message, where=where)


def _report_conflict(doc: Document, first: Fact, other: Fact) -> Finding:
    message = (
        f"the speaker of the {first.origin} ({first.text!r}) and of the {other.origin} ({other.text!r}) differ; "
        f"the {first.origin} is followed"
    )
    where = Where(document=doc.id, span=other.span or first.span)
    return Finding(code="attribute-speaker-conflict", level="problem", message=message, where=where)
