"""The days of which a text speaks, beside its own."""

from onrecord.date.evidence import close_bracket
from onrecord.date.intervals import Interval
from onrecord.date.mentions import Mention, resolve
from onrecord.date.patterns import Fixed
from onrecord.model import Clue, Dating, Days, Document

_LONGEST = 400


def find_cited(doc: Document, mentions: tuple[Mention, ...], said: Dating) -> tuple[Clue, ...]:
    """The days of which the text speaks, counted from its own date as far as that is known."""
    used = [clue.span for clue in said.clues if clue.span]
    anchor = _find_anchor(said)
    clues = []
    for mention in mentions:
        if any(span.meets(mention.span) for span in used):
            continue
        resolved = mention if mention.days or anchor is None else resolve(mention.phrases, anchor)
        clues.append(_build_cited(resolved, doc.text))
    return tuple(clues)


def _find_anchor(said: Dating) -> Interval | None:
    """The days from which phrases are counted; a longer time than a year singles out none."""
    known = said.likely or Days(earliest=said.earliest, latest=said.latest)
    if known.earliest is None or known.latest is None or (known.latest - known.earliest).days > _LONGEST:
        return None
    return known.earliest, known.latest


def _build_cited(mention: Mention, text: str) -> Clue:
    days = mention.days
    return Clue(
        rule=mention.phrases[0].rule,
        text=close_bracket(text, mention.span).slice(text),
        span=close_bracket(text, mention.span),
        earliest=min(day[0] for day in days) if days else None,
        latest=max(day[1] for day in days) if days else None,
        calendar=next((phrase.calendar for phrase in mention.phrases if phrase.calendar != "gregorian"), "gregorian"),
        readings=tuple(Days(earliest=a, latest=b) for a, b in sorted(days)) if len(days) > 1 else (),
        is_soft=not all(isinstance(phrase.pattern, Fixed) for phrase in mention.phrases),
    )
