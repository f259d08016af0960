"""What stands between the network and the pages: headers, the names of the server, the size of a request."""

from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import TooMuch
from onrecord.web.limits import DRAFT_BYTES

# Room for the encoding of a form around a draft of the largest size.
LARGEST_BODY = 4 * DRAFT_BYTES
_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
POLICY = "; ".join(_RULES)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Sets the headers that keep a page harmless, and turns away what is not meant for this server.

    `hosts` are the names by which the server may be called, so that a page elsewhere cannot reach it under a name of
    its own (DNS rebinding); none means any.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, with a limit on its body and with the headers of its answer set."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refuse(Headers(scope=scope))
        await (refusal or self._app)(scope, _limit_body(receive), send_guarded)

    def _refuse(self, headers: Headers) -> PlainTextResponse | None:
        if self._hosts and _get_name(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("This server does not go by that name.\n", status_code=421)
        size = headers.get("content-length", "0")
        if size.isdigit() and int(size) > LARGEST_BODY:
            return PlainTextResponse(f"At most {LARGEST_BODY:,} bytes are taken.\n", status_code=413)
        return None


def _get_name(host: str) -> str:
    """The name in a `Host` header, without the port: `localhost`, `[::1]`."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _limit_body(receive: Receive) -> Receive:
    """The same messages, until the body is larger than any may be; then raises TooMuch."""
    size = 0

    async def receive_limited() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise TooMuch(noun="bytes", given=size, most=LARGEST_BODY)
        return message

    return receive_limited
