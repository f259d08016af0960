"""The API as a program uses it."""

import json
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

VERBATIM = "a town without a quay is a town without bread"
ABSENT = "No fisherman of ours shall ever again sell a herring on a Sunday."
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_text_without_marks_is_the_quotation(client: TestClient) -> None:
    answer = client.post("/api/check", json={"text": VERBATIM, "by": "Tolvey", "on": "2004"}).json()
    assert not answer["is_draft"]
    (item,) = answer["items"]
    assert item["trace"]["verdict"] == "verbatim"
    assert item["pieces"] == [{"start": 0, "end": len(VERBATIM)}]
    assert item["trace"]["searched"]["documents"] == 6


def test_a_text_with_marks_is_a_draft_and_its_items_point_into_it(client: TestClient) -> None:
    answer = client.post("/api/check", json={"text": f'She said: "{VERBATIM}" and “{ABSENT}” too.'}).json()
    assert answer["is_draft"]
    assert [item["trace"]["verdict"] for item in answer["items"]] == ["verbatim", "absent"]
    (piece,) = answer["items"][0]["pieces"]
    assert answer["text"][piece["start"] : piece["end"]] == VERBATIM


def test_one_bad_item_does_not_fail_the_others(client: TestClient) -> None:
    claims = [{"text": VERBATIM}, {"text": "…"}, {"text": VERBATIM, "on": "soon"}, {"text": "bread " * 2001}]
    items = client.post("/api/check", json={"quotations": claims}).json()["items"]
    assert items[0]["trace"]["verdict"] == "verbatim"
    assert [bool(item["problem"]) for item in items] == [False, True, True, True]


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"[]", 400), (b'{"text": 3}', 400), (b'{"words": "x"}', 400), (b'{"text": ""}', 400)],
)
def test_a_body_that_cannot_be_read_is_a_problem(client: TestClient, body: bytes, status: int) -> None:
    answer = client.post("/api/check", content=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_a_body_is_json_whatever_the_client_calls_it(client: TestClient) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/api/check", content=json.dumps({"text": VERBATIM}), headers=headers)
    assert answer.json()["items"][0]["trace"]["verdict"] == "verbatim"


def test_more_than_a_megabyte_is_413(client: TestClient) -> None:
    answer = client.post("/api/check", json={"text": "bread " * 200_000})
    assert (answer.status_code, answer.json()["title"]) == (413, "Too much at once")


def test_a_trace_comes_as_a_web_annotation(client: TestClient) -> None:
    text = f'She said: "{VERBATIM}" then.'
    page = client.post("/api/check", json={"text": text}, headers={"accept": "application/ld+json"}).json()
    (annotation,) = page["items"]
    quote, position = annotation["target"][0]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", VERBATIM)
    assert text[position["start"] : position["end"]] == VERBATIM
    assert annotation["body"][1]["value"] == "verbatim"
    assert annotation["body"][2]["selector"][0]["exact"] == VERBATIM


@pytest.mark.parametrize("text", [VERBATIM, f"“{VERBATIM}”", f" \n« {VERBATIM} »\n", f"'{VERBATIM}'"])
def test_offsets_count_in_the_text_that_was_sent(client: TestClient, text: str) -> None:
    posted = client.post("/api/check", json={"text": text}).json()
    for answer in (posted, client.get("/api/check", params={"q": text}).json()):
        (piece,) = answer["items"][0]["pieces"]
        assert answer["text"] == text
        assert text[piece["start"] : piece["end"]] == VERBATIM
    page = client.post("/api/check", json={"text": text}, headers={"accept": "application/ld+json"}).json()
    quote, position = page["items"][0]["target"][0]["selector"]
    assert quote["exact"] == text[position["start"] : position["end"]] == VERBATIM


def test_kept_traces_are_annotations_of_their_document(client: TestClient, ids: dict[str, str]) -> None:
    document = ids["The harbour in her words"]
    text = client.get(f"/api/documents/{document}").json()["text"]
    items = client.get(f"/api/documents/{document}/annotations").json()["items"]
    assert len(items) == 3
    for item in items:
        quote, position = item["target"][0]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_cursors_lead_through_everything_once(client: TestClient) -> None:
    seen, cursor = [], ""
    while cursor is not None:
        page = client.get("/api/documents", params={"limit": 2, "cursor": cursor}).json()
        seen += [card["document"] for card in page["items"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == page["total"] == 6


@pytest.mark.parametrize(
    "path",
    [
        "/api/documents?limit=0",
        "/api/documents?limit=x",
        "/api/documents?cursor=2",
        "/api/documents?form=speech",
        "/api/documents?since=2005-13",
        "/api/documents?order=best",
        "/api/search?q=",
        "/api/search?q=a+AND",
        "/api/findings?level=grave",
        "/api/check?q=bread&on=soon",
    ],
)
def test_parameters_that_cannot_be_used_say_what_is_allowed(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("path", ["/api/documents/d0", "/api/people/Nobody", "/api/passages/p0.1-2", "/api/nothing"])
def test_what_is_not_there_is_a_problem_too(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["status"]) == (404, 404)


def test_the_search_of_the_api_pages_and_counts(client: TestClient) -> None:
    page = client.get("/api/search", params={"q": "quay", "limit": 1}).json()
    assert (page["total"], page["next"], page["query"]) == (2, "c1", "“quay”")
    assert page["items"][0]["places"]


def test_dates_count_by_year(client: TestClient) -> None:
    answer = client.get("/api/dates", params={"speaker": "Maren Tolvey"}).json()
    assert [year["year"] for year in answer["years"]] == [2004, 2006, 2009, 2011, 2012]


def test_a_feed_tells_of_the_documents_of_a_search(client: TestClient) -> None:
    answer = client.get("/feeds/search.atom", params={"q": "quay"})
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)  # noqa: S314 - our own
    assert len(feed.findall(f"{ATOM}entry")) == 2


def test_a_feed_of_a_person_escapes_titles(client: TestClient) -> None:
    feed = ET.fromstring(client.get("/feeds/people/Maren_Tolvey.atom").content)  # noqa: S314 - our own
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert "<b>Hostile</b> speech" in titles


def test_every_schema_of_the_openapi_document_is_one(client: TestClient) -> None:
    document = client.get("/api/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


def test_an_answer_that_is_known_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/api/people").headers["etag"]
    assert client.get("/api/people", headers={"if-none-match": tag}).status_code == 304
