"""Citations of a document or a passage, in four styles; each pins the version and, of a passage, the place."""

import datetime as dt
import re
from typing import Literal

import msgspec

from onrecord.model import Dating, Document, Passage, Version

Style = Literal["text", "bibtex", "csl", "wikipedia"]

# What BibTeX reads as markup: https://www.bibtex.com/e/special-symbols/
_BIBTEX_SPECIAL = re.compile(r"([&%$#_{}])")
# What ends a template's argument on Wikipedia: https://en.wikipedia.org/wiki/Help:Template#Escaping
_WIKI_SPECIAL = {"|": "{{!}}", "[": "&#91;", "]": "&#93;", "=": "&#61;", "{": "&#123;", "}": "&#125;"}


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """What every style prints; an empty string is left out. `quote` are the words of a passage, `place` its offsets."""

    id: str
    title: str
    speaker: str
    date: Dating
    publisher: str
    occasion: str
    url: str
    version: str
    sha256: str
    retrieved: dt.date
    quote: str = ""
    place: str = ""


def get_citation(doc: Document, version: Version, passage: Passage | None = None) -> Citation:
    """The citation of a document, or of a passage of it; only an address of the web is taken for a URL."""
    return Citation(
        id=passage.id if passage else doc.version,
        title=doc.title,
        speaker=doc.speaker,
        date=doc.date,
        publisher=doc.publisher,
        occasion=doc.event.name if doc.event else "",
        url=version.address if version.address.startswith(("http://", "https://")) else "",
        version=doc.version,
        sha256=doc.source,
        retrieved=version.added.date(),
        quote=" ".join(passage.text.split()) if passage else "",
        place=f"{passage.span.start}-{passage.span.end}" if passage else "",
    )


def write_citation(citation: Citation, style: Style) -> str:
    """The citation in one of the styles, without a line end."""
    writers = {"text": _write_text, "bibtex": _write_bibtex, "csl": _write_csl, "wikipedia": _write_wikipedia}
    return writers[style](citation)


def _pin(citation: Citation) -> str:
    place = f", characters {citation.place}" if citation.place else ""
    return f"version {citation.version}{place}, SHA-256 {citation.sha256}"


def _write_text(citation: Citation) -> str:
    parts = (
        f"“{citation.quote}”" if citation.quote else "",
        citation.speaker,
        f"“{citation.title}”",
        citation.occasion,
        citation.date.edtf,
        citation.publisher,
        citation.url,
        f"retrieved {citation.retrieved.isoformat()}",
        _pin(citation),
    )
    return f"{', '.join(part for part in parts if part)}."


def _write_bibtex(citation: Citation) -> str:
    # Double braces keep BibTeX from taking a name apart and from changing the case of a title.
    fields = {
        "author": f"{{{_escape_bibtex(citation.speaker)}}}" if citation.speaker else "",
        "title": f"{{{_escape_bibtex(citation.title)}}}",
        "date": citation.date.edtf,
        "year": citation.date.edtf[:4] if citation.date.edtf[:4].isdigit() else "",
        "eventtitle": _escape_bibtex(citation.occasion),
        "publisher": _escape_bibtex(citation.publisher),
        "url": citation.url,
        "urldate": citation.retrieved.isoformat(),
        "note": _escape_bibtex(_pin(citation)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{citation.id},", *lines, "}"))


def _escape_bibtex(text: str) -> str:
    return _BIBTEX_SPECIAL.sub(r"\\\1", text.replace("\\", ""))


def _write_csl(citation: Citation) -> str:
    item: dict[str, object] = {"id": citation.id, "type": "speech", "title": citation.title}
    if citation.speaker:
        item["author"] = [{"literal": citation.speaker}]
    if issued := _get_date_parts(citation.date):
        item["issued"] = {"date-parts": issued}
    named = {"publisher": citation.publisher, "event-title": citation.occasion, "URL": citation.url}
    item |= {name: value for name, value in named.items() if value}
    day = citation.retrieved
    item |= {"accessed": {"date-parts": [[day.year, day.month, day.day]]}, "version": citation.version}
    item["note"] = _pin(citation)
    return msgspec.json.encode([item]).decode()


def _get_date_parts(date: Dating) -> list[list[int]]:
    if date.earliest is None or date.latest is None:
        return []
    ends = [date.earliest] if date.precision in {"day", "month", "year"} else [date.earliest, date.latest]
    length = {"year": 1, "month": 2}.get(date.precision, 3)
    return [[end.year, end.month, end.day][:length] for end in ends]


def _write_wikipedia(citation: Citation) -> str:
    fields = {
        "author": citation.speaker,
        "title": citation.title,
        "event": citation.occasion,
        "date": citation.date.edtf if citation.date.precision in {"day", "month", "year"} else "",
        "publisher": citation.publisher,
        "url": citation.url,
        "access-date": citation.retrieved.isoformat(),
        "quote": citation.quote,
    }
    arguments = "".join(f" |{name}={_escape_wiki(value, name)}" for name, value in fields.items() if value)
    return f"{{{{cite speech{arguments}}}}} <!-- {_pin(citation)} -->"


def _escape_wiki(text: str, name: str) -> str:
    return text if name == "url" else "".join(_WIKI_SPECIAL.get(char, char) for char in text)
