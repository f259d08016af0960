"""Checking a quotation, or every quotation of a draft."""

from onrecord.errors import BadDate, BadRequest, EmptyQuotation, OnrecordError, TooMuch
from onrecord.model import Claim, Span
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.checking import Checked, check_draft, check_text
from onrecord.web.limits import Deadline
from onrecord.web.problems import STATUS
from onrecord.web.typesetting import Leaf, Stroke, set_document
from onrecord.web.verdicts import Judged, cite, judge


def show_check(call: Call, reader: Reader) -> Answer:
    """`/check`: a form; with `q` (and `by`, `on`) the verdict, at an address that can be kept."""
    claim = {name: call.get(name) for name in ("q", "by", "on")}
    return _check(call, reader, claim) if claim["q"] else _show(claim, Checked(), reader)


def post_check(call: Call, reader: Reader) -> Answer:
    """`POST /check`: as above from a form, or from a file; nothing of it is kept."""
    claim = {name: call.fields.get(name, "").strip() for name in ("q", "by", "on")}
    return _check(call, reader, claim)


def _check(call: Call, reader: Reader, claim: dict[str, str]) -> Answer:
    deadline = Deadline(call.limits.seconds)
    try:
        wanted = Claim(text=claim["q"], by=claim["by"], on=claim["on"])
        if call.upload:
            name = call.upload.name
            done = check_draft(reader, call.upload.data, address=name, claim=wanted, deadline=deadline)
        else:
            done = check_text(reader, wanted, deadline)
    except (BadDate, BadRequest, EmptyQuotation, TooMuch) as error:
        return _show(claim, Checked(), reader, error=error)
    return _show(claim, done, reader)


def _show(claim: dict[str, str], done: Checked, reader: Reader, *, error: OnrecordError | None = None) -> Answer:
    is_asked = bool(done.items or done.document)
    status = STATUS[type(error).__name__] if error else 200
    is_single = done.document is None
    citations = cite(reader, done.traces[0].passages[0].id) if is_single and _has_place(done) else ()
    judged = tuple(judge(trace, number=n, citations=citations) for n, trace in enumerate(done.traces, start=1))
    context = {
        "claim": claim,
        "judged": judged,
        "draft": _set_draft(done, judged),
        "error": str(error or ""),
        "is_asked": is_asked,
        "is_single": is_single,
        "problems": tuple(item.problem for item in done.items if item.problem),
        "lag": reader.count_unindexed() if is_asked else 0,
    }
    data = {"items": done.items} if not error else {"status": status, "detail": str(error)}
    return Answer(data=data, template="check.html", context=context, status=status)


def _has_place(done: Checked) -> bool:
    return bool(done.traces and done.traces[0].passages)


def _set_draft(done: Checked, judged: tuple[Judged, ...]) -> tuple[Leaf, ...]:
    if done.document is None:
        return ()
    strokes = [
        Stroke(
            span=Span(start=piece.start, end=piece.end),
            kind=f"quoted tone-{one.tone}",
            href=f"#q{one.number}",
            label=one.trace.verdict,
        )
        for one in judged
        for piece in one.trace.quotation.pieces
    ]
    return set_document(done.document, strokes)
