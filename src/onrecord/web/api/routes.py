"""Every address of the API, with what it takes and gives; the OpenAPI document is made from this."""

from collections.abc import Callable

import msgspec

from onrecord.reader import Reader
from onrecord.web.answer import Answer
from onrecord.web.api import check, documents, feeds, people, search
from onrecord.web.api.openapi import Operation, write_openapi
from onrecord.web.call import Call

Handler = Callable[[Call, Reader], Answer]

SCOPE = ("speaker", "form", "since", "until", "surely")
PAGING = ("limit", "cursor")

OPERATIONS: tuple[tuple[Operation, Handler], ...] = (
    (Operation(path="/api/status", gives="Status"), search.get_status),
    (Operation(path="/api/check", takes=("q", "by", "on"), gives="CheckAnswer"), check.get_check),
    (Operation(path="/api/check", method="POST", gives="CheckAnswer", body="CheckRequest"), check.post_check),
    (Operation(path="/api/documents", takes=(*SCOPE, "order", *PAGING), gives="Cards"), documents.get_documents),
    (Operation(path="/api/documents/{id}", gives="Document"), documents.get_document),
    (Operation(path="/api/documents/{id}/versions", gives="Versions"), documents.get_versions),
    (Operation(path="/api/documents/{id}/quotations", gives="Quotations"), documents.get_quotations),
    (Operation(path="/api/documents/{id}/annotations", gives="AnnotationPage"), documents.get_annotations),
    (Operation(path="/api/passages/{id}", gives="Passage"), documents.get_passage),
    (Operation(path="/api/citations/{id}", gives="Citations"), documents.get_citation),
    (Operation(path="/api/people", takes=PAGING, gives="Speakers"), people.get_people),
    (Operation(path="/api/people/{name}", gives="PersonAnswer"), people.get_one),
    (Operation(path="/api/search", takes=("q!", *SCOPE, "order_of_hits", *PAGING), gives="Hits"), search.get_hits),
    (Operation(path="/api/dates", takes=("q", *SCOPE), gives="Years"), search.get_years),
    (Operation(path="/api/findings", takes=("code", "level", *PAGING), gives="Findings"), search.get_findings),
    (Operation(path="/feeds/search.atom", takes=("q!", *SCOPE), gives="Atom"), feeds.feed_search),
    (Operation(path="/feeds/people/{name}.atom", gives="Atom"), feeds.feed_person),
)


def show_openapi(call: Call, _reader: Reader) -> Answer:
    """`/api/openapi.json`."""
    told = tuple((operation, (handler.__doc__ or "").split("\n")[0]) for operation, handler in OPERATIONS)
    return Answer(data=msgspec.to_builtins(write_openapi(told, server=call.root)))


def show_index(call: Call, _reader: Reader) -> Answer:
    """`/api`: what there is."""
    paths = sorted({operation.path for operation, _ in OPERATIONS})
    return Answer(data={"openapi": f"{call.root}/api/openapi.json", "paths": paths})


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/api", show_index),
    ("GET", "/api/openapi.json", show_openapi),
    *((operation.method, operation.path, handler) for operation, handler in OPERATIONS),
)
