"""The OpenAPI 3.1 document, made from the records themselves."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, Literal, get_args

import msgspec

from onrecord.export.citation import Style
from onrecord.model import (
    Card,
    Document,
    Facets,
    Finding,
    Form,
    Hit,
    Passage,
    Person,
    Speaker,
    Status,
    Trace,
    Version,
    Year,
)
from onrecord.web.api.check import CheckAnswer, CheckRequest
from onrecord.web.checking import Item

_TEMPLATE = "#/components/schemas/{name}"
_NOUNS = (Card, Document, Facets, Finding, Hit, Passage, Person, Speaker, Trace, Version, Year, Item, CheckRequest)


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One method of one path; `takes` names parameters of the query (`!`: needed), `gives` and `body` schemas."""

    path: str
    gives: str
    method: Literal["GET", "POST"] = "GET"
    takes: tuple[str, ...] = ()
    body: str = ""


_DAY: dict[str, object] = {
    "type": "string",
    "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$",
    "examples": ["2005", "2005-08", "2005-08-24"],
}
_PARAMETERS: dict[str, tuple[str, dict[str, object]]] = {
    "q": ("Words, “phrases”, AND, OR, NOT, NEAR/10, brackets; for a check, the text.", {"type": "string"}),
    "by": ("Who is said to have said it.", {"type": "string"}),
    "on": ("When it is said to have been said.", {"type": "string"}),
    "speaker": ("The name of a speaker, as the record shows it.", {"type": "string"}),
    "form": ("The form of a document.", {"enum": list(get_args(Form))}),
    "since": ("The first day of a range.", _DAY),
    "until": ("The last day of a range, or its month or year.", _DAY),
    "surely": ("1: only documents whose whole date lies in the range.", {"enum": ["0", "1"]}),
    "order": ("", {"enum": ["added", "oldest", "newest"]}),
    "order_of_hits": ("", {"enum": ["best", "oldest", "newest"]}),
    "limit": ("How much a page holds.", {"type": "integer", "minimum": 1, "maximum": 200}),
    "cursor": ("The `next` of the page before.", {"type": "string", "pattern": "^c[0-9]{1,9}$"}),
    "code": ("A code of findings, or the start of one.", {"type": "string"}),
    "level": ("", {"enum": ["note", "problem"]}),
    "id": ("An id: d… (document), v… (version) or p… (passage).", {"type": "string"}),
    "name": ("A name with _ for a space.", {"type": "string"}),
}
_MEDIA = {"Atom": "application/atom+xml; charset=utf-8", "AnnotationPage": "application/ld+json"}


def write_openapi(operations: Sequence[tuple[Operation, str]], *, server: str) -> dict[str, object]:
    """The document for these operations, each with its sentence."""
    paths: dict[str, dict[str, object]] = {}
    for operation, told in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _write_operation(operation, told)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Onrecord",
            "version": version("onrecord"),
            "summary": "Did they say that, when, and where does the record show it?",
        },
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": _write_schemas()},
    }


def _write_operation(operation: Operation, told: str) -> dict[str, object]:
    names = [part[1:-1].removesuffix("}") for part in operation.path.replace(".atom", "").split("/") if part[:1] == "{"]
    written: dict[str, object] = {
        "summary": told,
        "operationId": f"{operation.method.lower()} {operation.path}",
        "parameters": [
            *(_write_parameter(name, "path") for name in names),
            *(_write_parameter(name, "query") for name in operation.takes),
        ],
        "responses": _write_responses(operation),
    }
    if operation.body:
        schema = {"$ref": _TEMPLATE.format(name=operation.body)}
        written["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema}}}
    return written


def _write_parameter(name: str, place: Literal["path", "query"]) -> dict[str, object]:
    plain = name.removesuffix("!")
    told, schema = _PARAMETERS[plain]
    shown = "order" if plain == "order_of_hits" else plain
    needed = place == "path" or name.endswith("!")
    return {"name": shown, "in": place, "required": needed, "description": told, "schema": schema}


def _write_responses(operation: Operation) -> dict[str, object]:
    schema = {"type": "string"} if operation.gives == "Atom" else {"$ref": _TEMPLATE.format(name=operation.gives)}
    content = {_MEDIA.get(operation.gives, "application/json"): {"schema": schema}}
    if operation.gives == "CheckAnswer":
        content["application/ld+json"] = {"schema": {"$ref": _TEMPLATE.format(name="AnnotationPage")}}
    problem = {"application/problem+json": {"schema": {"$ref": _TEMPLATE.format(name="Problem")}}}
    failures = {
        "400": "A parameter or the body cannot be read.",
        "404": "Not in this record.",
        "410": "Removed from the record; the detail says when and why.",
        "413": "More than is answered at once.",
        "503": "No answer in time; Retry-After says when to ask again.",
    }
    return {
        "200": {"description": "The answer.", "content": content},
        **{status: {"description": told, "content": problem} for status, told in failures.items()},
    }


def _write_schemas() -> dict[str, Any]:
    _, schemas = msgspec.json.schema_components(_NOUNS, ref_template=_TEMPLATE)
    refs = {name: {"$ref": _TEMPLATE.format(name=name)} for name in schemas}
    count = {"type": "integer", "minimum": 0}
    years = {"type": "array", "items": refs["Year"]}
    traces = {"type": "array", "items": refs["Trace"]}
    return {
        **schemas,
        "CheckAnswer": _write_check(refs),
        "Cards": _page(refs["Card"]),
        "Speakers": _page(refs["Speaker"]),
        "Findings": _page(refs["Finding"]),
        "Hits": _page(refs["Hit"], query={"type": "string"}, facets=refs["Facets"]),
        "Versions": {"type": "array", "items": refs["Version"]},
        "Quotations": _object(quotes=traces, quoted_by=traces),
        "Years": _object(years=years, undated=count),
        "PersonAnswer": _object(person=refs["Person"], documents=count, years=years),
        "Citations": _object(**{style: {"type": "string"} for style in get_args(Style)}),
        "Status": _write_status(),
        "AnnotationPage": {"type": "object", "required": ["@context", "id", "type", "items"]},
        "Problem": _object(
            type={"type": "string"}, title={"type": "string"}, status={"type": "integer"}, detail={"type": "string"}
        ),
    }


def _write_check(refs: dict[str, dict[str, str]]) -> dict[str, object]:
    fields = {"is_draft": {"type": "boolean"}, "text": {"type": "string"}, "unindexed": {"type": "integer"}}
    written = _object(**fields, items={"type": "array", "items": refs["Item"]})
    return {**written, "description": CheckAnswer.__doc__}


def _write_status() -> dict[str, object]:
    _, schemas = msgspec.json.schema_components((Status,), ref_template=_TEMPLATE)
    schema = schemas["Status"]
    shown = {name: told for name, told in schema["properties"].items() if name != "path"}
    return {**schema, "properties": shown, "required": [name for name in schema["required"] if name != "path"]}


def _page(item: dict[str, str], **more: object) -> dict[str, object]:
    cursor = {"type": ["string", "null"]}
    return _object(total={"type": "integer"}, items={"type": "array", "items": item}, next=cursor, **more)


def _object(**properties: object) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": list(properties)}
