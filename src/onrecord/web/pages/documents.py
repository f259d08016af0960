"""One document: its text, and the evidence beside it."""

import re

import msgspec

from onrecord.errors import BadParameter
from onrecord.model import Document, Span, Trace
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.links import get_passage_link, get_scope_fields, make_link
from onrecord.web.pages.search import FAR, Search, count_places, find_search
from onrecord.web.typesetting import Leaf, Stroke, set_document
from onrecord.web.verdicts import TONES, cite

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
QUOTING = 100


class Steps(msgspec.Struct, frozen=True, kw_only=True):
    """Where a reader stands in the places of a search: number `place` of `total`; an empty link leads nowhere."""

    text: str
    words: str
    place: int
    total: int
    before: str
    after: str
    back: str


def show_document(call: Call, reader: Reader) -> Answer:
    """`/documents/<id>`: a document or one version of it; `at` marks a passage, `q` the answers to a search."""
    doc = reader.get_document(call.parts["id"])
    strokes = [*_mark_quotations(reader.find_traces(doc.id), doc), *_mark_turns(doc)]
    if at := _read_span(call, doc):
        strokes.append(Stroke(span=at, kind="at", ident="at"))
    steps = None
    if call.get("q"):
        steps, hits = _find_steps(call, reader, doc)
        strokes += hits
    leaves = set_document(doc, strokes, reader.find_sentence_starts(doc))
    context = {**_get_evidence(reader, doc), "doc": doc, "steps": steps, "at": at}
    return Answer(data=_get_data(context), template="document.html", context={**context, **_take_title(doc, leaves)})


def show_passage(call: Call, reader: Reader) -> Answer:
    """`/passages/<id>`: leads to the place in its version."""
    passage = reader.get_passage(call.parts["id"])
    return Answer(data=passage, redirect=get_passage_link(passage))


def show_citation(call: Call, reader: Reader) -> Answer:
    """`/cite/<id>`: a document, a version or a passage in four styles."""
    given = call.parts["id"]
    citation = reader.get_citation(given)
    passage = reader.get_passage(given) if given.startswith("p") else None
    target = get_passage_link(passage) if passage else f"/documents/{citation.version}"
    context = {"citation": citation, "cited": cite(reader, given), "passage": passage, "target": target}
    return Answer(data=context["cited"], template="cite.html", context=context)


def show_source(call: Call, reader: Reader) -> Answer:
    """`/sources/<sha256>`: the bytes as they came, to be saved and never shown in a browser."""
    source = reader.get_source(call.parts["sha256"])
    headers = {
        "content-disposition": f'attachment; filename="{source.sha256[:16]}.bin"',
        "content-security-policy": "default-src 'none'; sandbox",
    }
    return Answer(data=source, body=reader.read_source(source), media_type="application/octet-stream", headers=headers)


def _get_evidence(reader: Reader, doc: Document) -> dict[str, object]:
    versions = reader.find_versions(doc.id)
    current = reader.get_document(doc.id).version
    return {
        "versions": versions,
        "current": current,
        "source": reader.get_source(doc.source),
        "addresses": reader.find_addresses(doc.source),
        "findings": reader.find_findings(document=doc.id),
        "rulings": reader.find_rulings(document=doc.id),
        "quotes": tuple((trace, TONES[trace.verdict]) for trace in reader.find_traces(doc.id)),
        "quoted_by": tuple(
            (trace, TONES[trace.verdict], reader.get_document(trace.quotation.document))
            for trace in reader.find_quoting(doc.id)[:QUOTING]
        ),
    }


def _get_data(context: dict[str, object]) -> dict[str, object]:
    names = ("versions", "source", "addresses", "findings", "rulings")
    return {"document": context["doc"], **{name: context[name] for name in names}}


def _take_title(doc: Document, leaves: tuple[Leaf, ...]) -> dict[str, object]:
    """The title once: as the text has it, where the text begins with it, a kicker above it or not."""
    kicker = leaves[0] if leaves and leaves[0].kind == "kicker" else None
    rest = leaves[1:] if kicker else leaves
    is_said = bool(rest) and rest[0].kind == "heading" and rest[0].text.strip() == doc.title.strip()
    if not is_said:
        return {"leaves": leaves, "heading": None, "kicker": None}
    return {"leaves": rest[1:], "heading": rest[0], "kicker": kicker}


def _read_span(call: Call, doc: Document) -> Span | None:
    given = call.get("at")
    if not given:
        return None
    match = _SPAN.fullmatch(given)
    span = Span(start=int(match[1]), end=int(match[2])) if match else Span(start=0, end=0)
    if not span.start < span.end <= len(doc.text):
        raise BadParameter(name="at", given=given, allowed=f"two offsets from 0 to {len(doc.text):,}, such as 12-40")
    return span


def _mark_quotations(traces: tuple[Trace, ...], doc: Document) -> list[Stroke]:
    return [
        Stroke(
            span=piece,
            kind=f"quoted tone-{TONES[trace.verdict]}",
            href=f"#quotation-{number}",
            ident=f"quoted-{number}" if piece == trace.quotation.pieces[0] else "",
            label=trace.verdict,
        )
        for number, trace in enumerate(traces, start=1)
        if trace.quotation.version == doc.version
        for piece in trace.quotation.pieces
    ]


def _mark_turns(doc: Document) -> list[Stroke]:
    return [Stroke(span=turn.label, kind="speaker") for turn in getattr(doc, "turns", ())]


def _find_steps(call: Call, reader: Reader, doc: Document) -> tuple[Steps, list[Stroke]]:
    search = find_search(call, reader)
    places = count_places(call, reader, search)
    number = reader.find_number(doc.version)
    before = sum(places.get(other, 0) for other in search.numbers[: _find_row(search, number)])
    spans = reader.find_places_in(doc, search.query)
    wanted = call.get_count("n", least=1, most=FAR, default=0)
    local = wanted - before if wanted else call.get_count("hit", least=1, most=FAR, default=1)
    local = min(max(1, local), max(1, len(spans)))
    strokes = [
        Stroke(span=Span(start=start, end=end), kind="hit here" if place == local else "hit", ident=_name(place, local))
        for place, (start, end) in enumerate(spans, start=1)
    ]
    return _get_steps(search, before + local, sum(places.values())), strokes


def _name(place: int, local: int) -> str:
    return "hit" if place == local else f"hit-{place}"


def _find_row(search: Search, number: int) -> int:
    return search.numbers.index(number) if number in search.numbers else 0


def _get_steps(search: Search, place: int, total: int) -> Steps:
    fields = {"q": search.text, "order": search.order, **get_scope_fields(search.scope)}
    return Steps(
        text=search.text,
        words=search.query.words,
        place=place if total else 0,
        total=total,
        before=make_link("/search/step", n=place - 1, **fields) if place > 1 else "",
        after=make_link("/search/step", n=place + 1, **fields) if place < total else "",
        back=make_link("/search", **fields),
    )
