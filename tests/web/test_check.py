"""Checking in the browser: every verdict, drafts, files, limits."""

import pytest
from starlette.testclient import TestClient

VERBATIM = "a town without a quay is a town without bread"
JSON = {"accept": "application/json"}
VERDICTS = {
    "verbatim": VERBATIM,
    "same-words": "the old quay has stood for 90 winters",
    "marked": "I thank the keepers, who climbed those stairs … when the council had forgotten them",
    "altered": "The lamps on the breakwater were lit again last night after thirteen dark years.",
    "spliced": "the masons of Selwick have promised me their spring, and the keepers climbed those stairs without pay "
    "when the council had forgotten them",
    "absent": "No fisherman of ours shall ever again sell a herring on a Sunday.",
}


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_check_says_its_verdict(client: TestClient, verdict: str) -> None:
    page = client.get("/check", params={"q": VERDICTS[verdict]}).text
    assert f">{verdict}</span>" in page


def test_changed_words_are_marked_and_spoken(client: TestClient) -> None:
    page = client.get("/check", params={"q": VERDICTS["altered"]}).text
    assert (
        '<del><span class="spoken">[only in the quotation: </span>thirteen<span class="spoken">]</span></del>' in page
    )
    assert '<ins><span class="spoken">[in the record: </span>eleven<span class="spoken">]</span></ins>' in page


def test_a_claim_is_held_against_the_record(client: TestClient) -> None:
    page = client.get("/check", params={"q": VERBATIM, "by": "the Harbour Master", "on": "2006"}).text
    assert "misdated" in page


def test_marks_around_the_whole_are_no_draft(client: TestClient) -> None:
    (item,) = client.get("/check.json", params={"q": f"“{VERBATIM}”"}).json()["items"]
    assert item["trace"]["quotation"]["text"] == VERBATIM


def test_a_draft_shows_each_quotation_in_place(client: TestClient) -> None:
    draft = f'In 2004 Tolvey said: "{VERBATIM}." She never said: "{VERDICTS["absent"]}"'
    page = client.post("/check", data={"q": draft}).text
    assert 'href="#q1"' in page
    assert 'id="q2"' in page
    assert "2 quotations" in page


def test_a_file_is_checked_and_not_kept(client: TestClient) -> None:
    before = client.get("/api/status").json()
    draft = f"# News\n\nTolvey said: “{VERBATIM}.”\n".encode()
    page = client.post("/check", files={"file": ("draft.md", draft)})
    assert (page.status_code, page.text.count('class="judged')) == (200, 1)
    assert client.get("/api/status").json() == before


def test_a_claim_is_that_of_quotations_in_a_draft_which_claim_nothing(client: TestClient) -> None:
    draft = {"q": f'Somebody said: "{VERBATIM}" to us.', "by": "the Harbour Master", "on": "2006"}
    (item,) = client.post("/check", data=draft, headers=JSON).json()["items"]
    assert item["trace"]["quotation"]["by"] == "the Harbour Master"
    assert "misdated" in [flag["code"] for flag in item["trace"]["flags"]]


@pytest.mark.parametrize("start", ["<p>", "<html><p>", "WEBVTT\n\n<p>"])
def test_what_is_typed_is_plain_text(client: TestClient, start: str) -> None:
    page = client.post("/check", data={"q": f'{start}She said "{VERBATIM}"</p>'})
    assert (page.status_code, page.text.count('class="judged')) == (200, 1)
    assert "&lt;p&gt;She said" in page.text


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("draft.bin", b"\x00\xff\xfe\x01" * 40, "the file holds NUL bytes"),
        ("draft.md", b"<p>She said that.</p>", "no text"),
        ("draft.txt", b" ", "the request cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(client: TestClient, name: str, data: bytes, message: str) -> None:
    page = client.post("/check", files={"file": (name, data)})
    assert page.status_code == 400
    assert 'role="alert"' in page.text
    assert message in page.text


@pytest.mark.parametrize(
    ("fields", "status", "message"),
    [
        ({"q": ""}, 400, "the quotation has no words"),
        ({"q": "…"}, 400, "the quotation has no words"),
        ({"q": VERBATIM, "on": "yesterday"}, 400, "cannot read &#39;yesterday&#39; as a date"),
        ({"q": "bread " * 2001}, 413, "at most 2,000 are taken at once"),
        ({"q": '"old quay" ' * 100_000}, 413, "bytes of a draft"),
        ({"q": '"old quay" ' * 1_001}, 413, "quotations: 1,001 were given"),
    ],
)
def test_what_cannot_be_checked_says_why(client: TestClient, fields: dict[str, str], status: int, message: str) -> None:
    page = client.post("/check", data=fields)
    assert page.status_code == status
    assert message in page.text


def test_a_body_beyond_every_limit_is_turned_away(client: TestClient) -> None:
    answer = client.post("/check", content=b"q=" + b"a" * 4_000_001, headers={"content-type": "text/plain"})
    assert answer.status_code == 413
