"""Checking, for programs."""

import hashlib
from collections.abc import Iterator

import msgspec

from onrecord.errors import BadRequest, TooMuch
from onrecord.export.annotations import MEDIA_TYPE, write_annotation, write_page
from onrecord.model import Claim, Trace
from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.call import Call
from onrecord.web.checking import Checked, check_claims, check_text
from onrecord.web.limits import DRAFT_BYTES, Deadline


class CheckRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text, with who is said to have said it and when; or several such claims in `quotations`."""

    text: str = ""
    by: str = ""
    on: str = ""
    quotations: tuple[Claim, ...] = ()


class CheckAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is what the offsets of the items count in, empty for several claims; `unindexed` documents were missed."""

    is_draft: bool
    text: str
    items: tuple[object, ...]
    unindexed: int


def post_check(call: Call, reader: Reader) -> Answer:
    """`POST /api/check`: raises BadRequest, EmptyQuotation, BadDate, TooMuch, TookTooLong."""
    if len(call.body) > DRAFT_BYTES:
        raise TooMuch(noun="bytes of a request", given=len(call.body), most=DRAFT_BYTES)
    try:
        wanted = msgspec.json.decode(call.body, type=CheckRequest)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise BadRequest(reason=str(error)) from error
    deadline = Deadline(call.limits.seconds)
    if wanted.quotations:
        return _write(call, reader, "", check_claims(reader, wanted.quotations, deadline))
    claim = Claim(text=wanted.text, by=wanted.by, on=wanted.on)
    return _write(call, reader, claim.text, check_text(reader, claim, deadline))


def get_check(call: Call, reader: Reader) -> Answer:
    """`GET /api/check?q=&by=&on=`: the same for one text, at an address that can be kept."""
    claim = Claim(text=call.query.get("q", ""), by=call.get("by"), on=call.get("on"))
    return _write(call, reader, claim.text, check_text(reader, claim, Deadline(call.limits.seconds)))


def _write(call: Call, reader: Reader, text: str, done: Checked) -> Answer:
    text = done.document.text if done.document else text
    if "application/ld+json" in call.accept:
        source = f"urn:sha256:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"
        page = write_page(
            (
                write_annotation(trace, ident=f"{source}#{number}", source=source, root=call.root, text=text)
                for number, trace in enumerate(_place_traces(done), start=1)
            ),
            ident=source,
        )
        return Answer(data=page, media_type=MEDIA_TYPE)
    answer = CheckAnswer(
        is_draft=done.document is not None, text=text, items=done.items, unindexed=reader.count_unindexed()
    )
    return Answer(data=answer)


def _place_traces(done: Checked) -> Iterator[Trace]:
    """The traces, whose quotations stand where they stand in the text."""
    for item in done.items:
        if item.trace:
            quotation = msgspec.structs.replace(item.trace.quotation, pieces=item.pieces)
            yield msgspec.structs.replace(item.trace, quotation=quotation)
