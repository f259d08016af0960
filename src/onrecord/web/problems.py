"""Errors as answers: a page for readers, problem+json (RFC 9457) for programs."""

from http import HTTPStatus

import msgspec

from onrecord.errors import OnrecordError, Removed
from onrecord.web.answer import Answer
from onrecord.web.limits import Limits

PROBLEM = "application/problem+json"

# By the name of the class; every other error of the record is a failure of ours.
STATUS = {
    "BadDate": 400,
    "BadParameter": 400,
    "BadQuery": 400,
    "BadRequest": 400,
    "EmptyQuotation": 400,
    "UnknownId": 404,
    "Removed": 410,
    "TooMuch": 413,
    "RecordBusy": 503,
    "TookTooLong": 503,
}
_TITLES = {
    400: "This cannot be read",
    404: "Not in this record",
    405: "Not here",
    410: "Removed from the record",
    413: "Too much at once",
    421: "Another name",
    500: "Something went wrong",
    503: "No answer in time",
}


def get_problem(error: OnrecordError, limits: Limits) -> Answer:
    """The answer that an error of the record is."""
    status = STATUS.get(type(error).__name__, 500)
    message = str(error) if status != HTTPStatus.INTERNAL_SERVER_ERROR else "The record could not be read."
    answer = make_problem(status, message, kind=type(error).__name__, limits=limits)
    if not isinstance(error, Removed):
        return answer
    left = {"removed_title": error.title, "removed": error.removed.date().isoformat(), "because": error.because}
    return msgspec.structs.replace(answer, data={**answer.data, **left}, context={**answer.context, "left": left})


def make_problem(status: int, message: str, *, kind: str, limits: Limits) -> Answer:
    """An answer that says what went wrong; a 503 says when to come back."""
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    data = {"type": f"about:blank#{kind}", "title": title, "status": status, "detail": message}
    headers = {"retry-after": str(limits.retry_seconds)} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    context = {"title": title, "message": message, "status": status, "left": {}}
    return Answer(
        data=data, template="problem.html", context=context, status=status, media_type=PROBLEM, headers=headers
    )
