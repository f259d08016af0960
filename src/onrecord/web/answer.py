"""What a page or the API answers, before it is known in which format."""

from collections.abc import Mapping
from typing import Any

import msgspec

JSON = "application/json"
HTML = "text/html"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A page (`template` and what it needs), the same as data for programs, or bytes as they are.

    An empty `template` means that there is no page, `redirect` that the answer stands elsewhere.
    """

    data: Any = None
    template: str = ""
    context: Mapping[str, Any] = {}
    status: int = 200
    media_type: str = JSON
    body: bytes | None = None
    redirect: str = ""
    headers: Mapping[str, str] = {}


def prefers_json(accept: str) -> bool:
    """Whether the `Accept` header of a request wants JSON rather than a page (RFC 9110, 12.5.1)."""
    weights = {JSON: 0.0, HTML: 0.0}
    for part in accept.split(","):
        media, _, parameters = part.strip().partition(";")
        if media.strip() in weights:
            weights[media.strip()] = _get_weight(parameters)
    return weights[JSON] > weights[HTML]


def _get_weight(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.strip().partition("=")
        if name == "q":
            try:
                return float(value)
            except ValueError:
                return 0.0
    return 1.0
