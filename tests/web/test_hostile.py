"""A page of strangers full of script, event handlers, javascript: links, SVG and CSS tricks: nothing of it is live."""

from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

ALLOWED_SOURCES = ("/static/", "/", "#")


class Harm(HTMLParser):
    """Notes every tag and attribute that could run, style, load or send something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "iframe", "object", "embed", "base", "img", "template", "foreignobject"}:
            self.found.append(tag)
        given = dict(attrs)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.found.append("inline script")
        for name, value in given.items():
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.found.append(f"{tag} {name}")
            if name in {"href", "src", "action", "formaction"} and not (value or "").startswith(ALLOWED_SOURCES):
                self.found.append(f"{tag} {name}={value}")


def find_harm(html: str) -> list[str]:
    parser = Harm()
    parser.feed(html)
    return parser.found


def test_the_parser_of_this_test_sees_what_it_looks_for() -> None:
    assert len(find_harm('<img src=x onerror=a><a href="javascript:a">b</a><script>c</script><p style="d">')) == 6


@pytest.fixture(scope="module")
def addresses(ids: dict[str, str]) -> list[str]:
    document = ids["<b>Hostile</b> speech"]
    return [
        f"/documents/{document}",
        f"/documents/{document}?q=gulls&n=1",
        f"/documents/{document}?at=0-60",
        f"/cite/{document}",
        "/search?q=gulls",
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/search?q=a&speaker=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/check?q=The gulls of the old quay are bold&by=<script>alert(1)</script>",
        "/check?q=He said: “<img src=x onerror=alert(1)> the gulls are bold” and went.",
        "/timeline",
        "/people/Maren_Tolvey",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/",
    ]


def test_nothing_of_it_is_live_on_any_page(client: TestClient, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address)
        assert page.headers["content-type"].startswith("text/html"), address
        assert find_harm(page.text) == [], address


def test_its_words_are_shown_as_words(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/documents/{ids['<b>Hostile</b> speech']}").text
    assert "&lt;script&gt;window.harmed = 1&lt;/script&gt;" in page
    assert "{{ 7 * 7 }}" in page
    assert "&lt;b&gt;Hostile&lt;/b&gt; speech" in page


def test_a_draft_that_was_sent_is_escaped_too(client: TestClient) -> None:
    draft = b'A <script>alert(1)</script> She said: "a town without a <b onclick=x>quay</b> is a town without bread".'
    page = client.post("/check", files={"file": ("<img src=x>.md", draft, "text/html")})
    assert page.status_code == 200
    assert find_harm(page.text) == []
