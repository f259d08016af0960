"""Pages from a server on loopback, such as a careless or hostile one may have."""

import gzip
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.cli.main import main
from onrecord.errors import AddressMissing
from onrecord.fetch import network
from onrecord.fetch.fetching import Fetcher
from onrecord.model import Finding, Response
from onrecord.record import open_record

PAGE = b"<!doctype html><title>Quay</title><p>A town without a quay is a town without bread.</p>"
LAST_MODIFIED = "Thu, 03 Aug 2006 09:20:00 GMT"


class Site(BaseHTTPRequestHandler):
    """What is asked for is kept in `asked`."""

    asked: list[tuple[str, dict[str, str]]]
    robots: bytes | None
    elsewhere: str

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        name = self.path.strip("/").replace("-", "_").replace(".", "_")
        getattr(self, f"answer_{name}", self.answer_missing)()

    def answer_robots_txt(self) -> None:
        if self.robots is None:
            self.answer_missing()
        else:
            self.write(200, self.robots)

    def answer_page(self) -> None:
        if self.headers.get("If-None-Match") == '"one"' or self.headers.get("If-Modified-Since") == LAST_MODIFIED:
            self.write(304, b"")
        else:
            self.write(200, PAGE, ETag='"one"')

    def answer_dated(self) -> None:
        unchanged = self.headers.get("If-Modified-Since") == LAST_MODIFIED
        self.write(304 if unchanged else 200, b"" if unchanged else PAGE, **{"Last-Modified": LAST_MODIFIED})

    def answer_moved(self) -> None:
        self.write(302, b"", Location="/page")

    def answer_moved_away(self) -> None:
        self.write(301, b"", Location=self.elsewhere)

    def answer_circle(self) -> None:
        self.write(302, b"", Location="/circle")

    def answer_file(self) -> None:
        self.write(302, b"", Location="file:///etc/passwd")

    def answer_large(self) -> None:
        self.write(200, b"quay " * 400_000)

    def answer_bomb(self) -> None:
        self.write(200, gzip.compress(bytes(60_000_000)), **{"Content-Encoding": "gzip"})

    def answer_packed(self) -> None:
        self.write(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})

    def answer_latin(self) -> None:
        self.write(200, "Höchststand um neun.".encode("cp1252"), **{"Content-Type": "text/plain; charset=cp1252"})

    def answer_cut_off(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(PAGE)

    def answer_missing(self) -> None:
        self.write(404, b"no such page")

    def write(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", "Set-Cookie": "tide=low", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Nothing is printed."""


class Served:
    """The running site: its address, what was asked of it, and what it is told to answer."""

    def __init__(self, handler: type[Site], url: str) -> None:
        self.handler = handler
        self.url = url

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.handler.asked]


@pytest.fixture
def site() -> Iterator[Served]:
    handler = type("Handler", (Site,), {"asked": [], "robots": None, "elsewhere": ""})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Served(handler, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(max_size=1_000_000, delay=0, allow_private=True) as opened:
        yield opened


def get_code(answer: Response | Finding) -> str:
    assert isinstance(answer, Finding), answer
    assert answer.level == "problem"
    return answer.code


def test_a_page_comes_with_its_headers_and_its_time(fetcher: Fetcher, site: Served) -> None:
    answer = fetcher.fetch(f"{site.url}/page#top")
    assert isinstance(answer, Response)
    assert (answer.data, answer.status, answer.url) == (PAGE, 200, f"{site.url}/page")
    assert answer.get_header("ETag".lower()) == '"one"'
    assert answer.get_header("set-cookie") == ""
    assert site.handler.asked[-1][1]["User-Agent"] == "onrecord"


def test_a_page_that_has_not_changed_is_not_sent_again(fetcher: Fetcher, site: Served) -> None:
    answer = fetcher.fetch(f"{site.url}/page", etag='"one"')
    assert isinstance(answer, Response)
    assert (answer.status, answer.data) == (304, b"")
    changed = fetcher.fetch(f"{site.url}/page", etag='"two"')
    assert isinstance(changed, Response)
    assert changed.data == PAGE


def test_redirects_are_followed_to_their_end(fetcher: Fetcher, site: Served) -> None:
    answer = fetcher.fetch(f"{site.url}/moved")
    assert isinstance(answer, Response)
    assert (answer.address, answer.url) == (f"{site.url}/moved", f"{site.url}/page")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("missing", "fetch-status"),
        ("circle", "fetch-failed"),
        ("file", "fetch-failed"),
        ("large", "fetch-body"),
        ("bomb", "fetch-body"),
        ("cut-off", "fetch-failed"),
    ],
)
def test_what_cannot_be_taken_is_a_finding(fetcher: Fetcher, site: Served, path: str, code: str) -> None:
    assert get_code(fetcher.fetch(f"{site.url}/{path}")) == code


def test_a_page_may_come_packed(fetcher: Fetcher, site: Served) -> None:
    answer = fetcher.fetch(f"{site.url}/packed")
    assert isinstance(answer, Response)
    assert answer.data == PAGE


@pytest.mark.parametrize("address", ["http://", "http://[", "https://127.0.0.1:1/x", "http://no-such-host.invalid/"])
def test_an_address_that_leads_nowhere_is_a_finding(fetcher: Fetcher, address: str) -> None:
    assert get_code(fetcher.fetch(address)) in {"fetch-failed", "fetch-robots"}


def test_robots_txt_is_obeyed_and_asked_for_once(fetcher: Fetcher, site: Served) -> None:
    site.handler.robots = b"User-agent: *\nDisallow: /moved\nDisallow: /*?print\nCrawl-delay: 0.2\n"
    assert get_code(fetcher.fetch(f"{site.url}/moved")) == "fetch-robots"
    assert get_code(fetcher.fetch(f"{site.url}/page?print=1")) == "fetch-robots"
    start = time.monotonic()
    for _ in range(2):
        assert isinstance(fetcher.fetch(f"{site.url}/page"), Response)
    assert time.monotonic() - start >= 0.2
    assert site.paths == ["/robots.txt", "/page", "/page"]


def test_a_redirect_is_held_against_robots_txt_too(fetcher: Fetcher, site: Served) -> None:
    site.handler.robots = b"User-agent: *\nDisallow: /page\n"
    assert get_code(fetcher.fetch(f"{site.url}/moved")) == "fetch-robots"
    assert "/page" not in site.paths


def test_pages_of_one_host_are_a_delay_apart(site: Served) -> None:
    with Fetcher(max_size=1_000_000, delay=0.3, allow_private=True) as fetcher:
        start = time.monotonic()
        for _ in range(2):
            fetcher.fetch(f"{site.url}/page")
    assert time.monotonic() - start >= 0.3


def test_private_hosts_are_refused_and_nothing_is_sent_to_them(site: Served) -> None:
    with Fetcher(max_size=1_000_000, delay=0) as fetcher:
        port = site.url.rpartition(":")[2]
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"):
            assert get_code(fetcher.fetch(f"http://{host}:{port}/page")) in {
                "fetch-private",
                "fetch-failed",
                "fetch-robots",
            }
    assert site.paths == []


def test_a_redirect_to_a_private_host_is_refused(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
    site.handler.elsewhere = site.url.replace("127.0.0.1", "127.0.0.2") + "/page"
    with Fetcher(max_size=1_000_000, delay=0) as fetcher:
        assert get_code(fetcher.fetch(f"{site.url}/moved-away")) == "fetch-private"
        assert isinstance(fetcher.fetch(f"{site.url}/moved"), Response)
    assert site.paths.count("/page") == 1


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.1.2.3", "::1",
     "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1", "ff02::1",
     "192.0.2.1"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not network.is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14"])
def test_addresses_that_are_public(address: str) -> None:
    assert network.is_public(address)


# The command.


def add(record: Path, *arguments: str, stdin: bytes | None = None) -> Result:
    command = ["add", *arguments, "--record", str(record), "--delay", "0"]
    return CliRunner().invoke(main, command, input=stdin)


def get_outcomes(result: Result) -> list[str]:
    return [json.loads(line)["outcome"] for line in result.stdout.splitlines()]


def test_pages_are_asked_for_again_only_if_changed(site: Served, tmp_path: Path) -> None:
    path = tmp_path / "r.record"
    pages = (f"{site.url}/page", f"{site.url}/moved", f"{site.url}/dated", f"{site.url}/latin")
    first = add(path, *pages, "--allow-private")
    assert (first.exit_code, get_outcomes(first)) == (0, ["new", "copy", "copy", "new"])
    second = add(path, *pages, "--allow-private")
    assert (second.exit_code, get_outcomes(second)) == (0, ["known"] * 4)
    conditional = [headers for path, headers in site.handler.asked if "If-None-Match" in headers]
    assert len(conditional) >= 2
    with open_record(path) as record:
        (hit,) = record.search("bread")
        doc = record.get_document(hit.document)
        assert record.find_addresses(doc.source) == pages[:3]
        (tide,) = record.search("Höchststand")
        assert record.get_document(tide.document).text == "Höchststand um neun."
        assert list(record.verify()) == []


def test_a_changed_page_is_a_new_version(site: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "r.record"
    add(path, f"{site.url}/page", "--allow-private")
    later = PAGE.replace(b"without bread", b"without beer")
    monkeypatch.setattr(site.handler, "answer_page", lambda self: self.write(200, later))
    assert get_outcomes(add(path, f"{site.url}/page", "--allow-private")) == ["version"]


def test_a_private_page_is_refused_with_a_finding(site: Served, tmp_path: Path) -> None:
    result = add(tmp_path / "r.record", f"{site.url}/page")
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, row["outcome"], row["findings"][0]["code"]) == (1, "refused", "fetch-private")
    with open_record(tmp_path / "r.record") as record:
        assert [finding.where.address for finding in record.find_findings(code="fetch-")] == [f"{site.url}/page"]


def test_a_page_larger_than_the_limit_is_refused(site: Served, tmp_path: Path) -> None:
    result = add(tmp_path / "r.record", f"{site.url}/large", "--allow-private", "--max-size", "1")
    assert (result.exit_code, get_outcomes(result)) == (1, ["refused"])


def test_standard_input_is_added_under_a_name(tmp_path: Path) -> None:
    path = tmp_path / "r.record"
    result = add(path, "-", "--address", "https://harbour.example/1.md", stdin=b"# Fair *pay*\n\nDry stairs.\n")
    assert (result.exit_code, get_outcomes(result)) == (0, ["new"])
    with open_record(path) as record:
        (hit,) = record.search("stairs")
        doc = record.get_document(hit.document)
        assert (doc.title, record.find_addresses(doc.source)) == ("Fair pay", ("https://harbour.example/1.md",))


def test_standard_input_without_a_name_is_wrong_use(tmp_path: Path) -> None:
    result = add(tmp_path / "r.record", "-", stdin=b"Fair pay.")
    assert isinstance(result.exception, AddressMissing)
    assert not (tmp_path / "r.record").exists()
