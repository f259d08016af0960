"""From a request to a response: one reader, one handler, one format."""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Literal

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import BadRequest, OnrecordError
from onrecord.reader import Reader
from onrecord.web.answer import HTML, JSON, Answer, prefers_json
from onrecord.web.call import Call, Upload
from onrecord.web.limits import Limits
from onrecord.web.problems import get_problem, make_problem
from onrecord.web.shelf import Shelf
from onrecord.web.templating import get_environment

Handler = Callable[[Call, Reader], Answer]
Endpoint = Callable[[Request], Awaitable[Response]]
Format = Literal["page", "data", "either"]

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_MOST_FIELDS = 20


def make_endpoint(handler: Handler, shelf: Shelf, limits: Limits, form: Format) -> Endpoint:
    """What Starlette calls: the handler's answer as a page, as data, or as the request prefers."""

    async def endpoint(request: Request) -> Response:
        is_data = _wants_data(request, form)
        try:
            call = await _read_call(request, shelf, limits)
            return await run_in_threadpool(_answer, handler, call, request, is_data=is_data)
        except OnrecordError as error:
            return make_response(get_problem(error, limits), request, is_data=is_data)

    return endpoint


def make_error_handler(limits: Limits) -> Callable[[Request, Exception], Response]:
    """What Starlette calls when there is no such page, or when something of ours breaks."""

    def handle(request: Request, error: Exception) -> Response:
        path = request.url.path
        is_data = path.startswith("/api") or _wants_data(request, "data" if path.endswith(".json") else "either")
        if isinstance(error, HTTPException):
            answer = make_problem(error.status_code, _explain(error, path), kind="HTTPException", limits=limits)
            response = make_response(answer, request, is_data=is_data)
            response.headers.update(error.headers or {})
            return response
        message = "The reading room stumbled over this request; its log says where."
        return make_response(make_problem(500, message, kind="Error", limits=limits), request, is_data=is_data)

    return handle


def make_response(answer: Answer, request: Request, *, is_data: bool) -> Response:
    """The answer in one format, with a tag by which a client can tell that it has it already."""
    if answer.redirect and not is_data:
        return RedirectResponse(answer.redirect, status_code=303)
    body, media_type = _write_body(answer, request, is_data=is_data)
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
    headers = {"cache-control": "no-cache", "etag": tag, "vary": "accept", **answer.headers}
    if answer.status == 200 and tag in request.headers.get("if-none-match", ""):  # noqa: PLR2004 - OK
        return Response(status_code=304, headers=headers)
    return Response(body, status_code=answer.status, media_type=media_type, headers=headers)


def _answer(handler: Handler, call: Call, request: Request, *, is_data: bool) -> Response:
    try:
        with call.shelf.take() as reader, reader.within(call.limits.seconds):
            answer = handler(call, reader)
            # A template asks nothing of the record, but it is written while the reader's time runs.
            return make_response(answer, request, is_data=is_data)
    except OnrecordError as error:
        return make_response(get_problem(error, call.limits), request, is_data=is_data)


def _write_body(answer: Answer, request: Request, *, is_data: bool) -> tuple[bytes, str]:
    if answer.body is not None:
        return answer.body, answer.media_type
    if is_data or not answer.template:
        return msgspec.json.encode(answer.data), answer.media_type
    shown = request.url.path.removesuffix("/") or "/index"
    twin = f"{shown}.json" + (f"?{request.url.query}" if request.url.query else "")
    page = get_environment().get_template(answer.template).render(twin=twin, path=request.url.path, **answer.context)
    return page.encode(), f"{HTML}; charset=utf-8"


def _wants_data(request: Request, form: Format) -> bool:
    return form == "data" or (form == "either" and prefers_json(request.headers.get("accept", "")))


async def _read_call(request: Request, shelf: Shelf, limits: Limits) -> Call:
    fields: dict[str, str] = {}
    upload, body = None, b""
    # The API takes JSON only, whatever a client says it sends: curl calls every body a form.
    is_form = not request.url.path.startswith("/api/") and request.headers.get("content-type", "").startswith(_FORMS)
    if request.method == "POST" and is_form:
        fields, upload = await _read_form(request)
    elif request.method == "POST":
        body = await request.body()
    return Call(
        path=request.url.path.removesuffix(".json"),
        root=str(request.base_url).rstrip("/"),
        limits=limits,
        shelf=shelf,
        parts=request.path_params,
        query=dict(request.query_params),
        fields=fields,
        accept=request.headers.get("accept", JSON),
        body=body,
        upload=upload,
    )


async def _read_form(request: Request) -> tuple[dict[str, str], Upload | None]:
    fields: dict[str, str] = {}
    upload = None
    try:
        async with request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=4_000_000) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    upload = Upload(name=value.filename or "draft.txt", data=await value.read())
                else:
                    fields[name] = value
    except HTTPException as error:
        raise BadRequest(reason=error.detail) from error
    return fields, upload if upload and upload.data else None


def _explain(error: HTTPException, path: str) -> str:
    if error.status_code == 404:  # noqa: PLR2004 - not found
        return f"There is no page at {path}."
    if error.status_code == 405:  # noqa: PLR2004 - method not allowed
        return "This address cannot be asked in that way."
    return error.detail
