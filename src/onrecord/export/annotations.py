"""Traces as W3C Web Annotations: https://www.w3.org/TR/annotation-model/."""

from collections.abc import Iterable

from onrecord.model import Passage, Span, Trace

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 40


def write_annotation(trace: Trace, *, ident: str, source: str, root: str, text: str = "") -> dict[str, object]:
    """One trace as an annotation of the quotation: its target is the quotation in `source`, its bodies the answer.

    `text` is the whole of the source, from which prefix and suffix are taken; `root` is where the record is served.
    """
    quotation = trace.quotation
    spans = quotation.pieces or (Span(start=0, end=len(quotation.text)),)
    return {
        "@context": _CONTEXT,
        "id": ident,
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": trace.sentence},
            {"type": "TextualBody", "purpose": "tagging", "value": trace.verdict},
            *({"type": "TextualBody", "purpose": "tagging", "value": flag.code} for flag in trace.flags),
            *(_write_passage(passage, root) for passage in trace.passages),
        ],
        "target": [
            {
                "source": source,
                "selector": _select(span, span.slice(text) if text else quotation.text, text),
            }
            for span in spans
        ],
    }


def write_page(annotations: Iterable[dict[str, object]], *, ident: str) -> dict[str, object]:
    """Annotations as one page of a collection."""
    return {"@context": _CONTEXT, "id": ident, "type": "AnnotationPage", "items": list(annotations)}


def _write_passage(passage: Passage, root: str) -> dict[str, object]:
    return {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": f"{root}/documents/{passage.version}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.text,
                "prefix": passage.prefix[-_AROUND:],
                "suffix": passage.suffix[:_AROUND],
            },
            {"type": "TextPositionSelector", "start": passage.span.start, "end": passage.span.end},
        ],
    }


def _select(span: Span, exact: str, text: str) -> list[dict[str, object]]:
    around = {
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    quote: dict[str, object] = {
        "type": "TextQuoteSelector",
        "exact": exact,
        **{name: words for name, words in around.items() if words},
    }
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]
