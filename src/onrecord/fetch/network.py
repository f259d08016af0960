"""Connections to public hosts only: every address that a name resolves to is looked at before one is connected to."""

import ipaddress
import socket
from collections.abc import Iterable

import httpcore
import httpx

_SECONDS = 20.0


class PrivateHost(Exception):
    """A host that is not on the public internet."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is {address}, which is not a public address; --allow-private lets it be fetched")


def check_host(host: str, port: int) -> str:
    """A public IP address of the host; raises PrivateHost where any is not public, OSError where there is none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(place[0]) for *_, place in found]
    for address in addresses:
        if not is_public(address):
            raise PrivateHost(host, address)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether the IP address is one of the public internet; those inside IPv6 (mapped, 6to4) are looked into."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is not None:
            return is_public(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast


class PublicBackend(httpcore.NetworkBackend):
    """Connects to the very address that was looked at, so that a name cannot change its mind in between."""

    def __init__(self) -> None:
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host; raises PrivateHost."""
        try:
            address = check_host(host, port)
        except OSError as failure:
            raise httpcore.ConnectError(str(failure)) from failure
        return self._inner.connect_tcp(address, port, timeout, local_address, socket_options)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        self._inner.sleep(seconds)


class Transport(httpx.BaseTransport):
    """Carries httpx's requests over connections of our own making; proxies of the environment are not used."""

    def __init__(self, *, allow_private: bool) -> None:
        backend = httpcore.SyncBackend() if allow_private else PublicBackend()
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response, its body not yet read."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        limits = dict.fromkeys(("connect", "read", "write", "pool"), _SECONDS)
        asked = httpcore.Request(
            request.method, target, headers=request.headers.raw, content=b"", extensions={"timeout": limits}
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """End every connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of a response as it comes."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204 - as the base class has it
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
