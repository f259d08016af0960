"""Every page, as a browser without a window sees it."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.read import read_office
from onrecord.record import open_record
from onrecord.web.app import create_app
from onrecord.web.guard import POLICY
from onrecord.web.pages import people, timeline

VERBATIM = "a town without a quay is a town without bread"
SLASHED = """
form = "transcript"
header = '<meta year="(?P<year>[^"]*)" title="(?P<title>[^"]*)"/?>'

[speaker]
name = "Maren/Tolvey Quay"
"""
PAGES = (
    "/",
    "/search",
    "/search?q=quay",
    "/search/years?q=quay",
    "/check",
    f"/check?q={VERBATIM}",
    "/people",
    "/people/Maren_Tolvey",
    "/timeline",
    "/findings",
    "/help",
)
DATA = tuple(page.replace("?", ".json?") if "?" in page else f"{page}.json" for page in PAGES[1:])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_under_the_strict_policy(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/index.json", *DATA])
def test_every_page_has_its_data_beside_it(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert answer.json()


def test_the_data_comes_for_who_accepts_it(client: TestClient) -> None:
    assert client.get("/people", headers={"accept": "application/json"}).json()["speakers"]
    html = client.get("/people", headers={"accept": "text/html, application/json;q=0.9"})
    assert html.headers["content-type"].startswith("text/html")


def test_a_page_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/people").headers["etag"]
    assert client.get("/people", headers={"if-none-match": tag}).status_code == 304


def test_the_home_page_counts_and_says_what_the_plot_leaves_out(client: TestClient) -> None:
    page = client.get("/").text
    assert "6 documents" in page
    assert "1 document cannot be given to one year and is not shown" in page


def test_a_search_is_echoed_and_shows_words_in_context(client: TestClient) -> None:
    page = client.get("/search", params={"q": "quay NEAR/5 bread NOT gulls"}).text
    assert "“quay” and “bread” within 5 words of each other, but not “gulls”" in page
    assert "<mark>" in page
    assert "Speech at the old quay" in page


def test_a_search_that_cannot_be_parsed_says_why(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "quay AND"})
    assert answer.status_code == 400
    assert "a word or a phrase is missing after AND" in answer.text


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        ({"since": "2005", "until": "2006"}, ["Speech at the lamps"]),
        ({"since": "2006-03", "until": "2006-04"}, ["Speech at the lamps"]),
        ({"since": "2006-03", "until": "2006-04", "surely": "1"}, []),
        ({"form": "essay"}, []),
        ({"speaker": "Maren Tolvey", "until": "2006-12"}, ["Speech at the lamps"]),
    ],
)
def test_filters_narrow_a_search(client: TestClient, filters: dict[str, str], titles: list[str]) -> None:
    hits = client.get("/search.json", params={"q": "keepers OR stove", **filters}).json()["hits"]
    assert [hit["card"]["title"] for hit in hits] == titles


def test_facets_count_the_answers(client: TestClient) -> None:
    facets = client.get("/search.json", params={"q": "quay"}).json()["facets"]
    assert facets == {"speakers": [{"name": "Maren Tolvey", "count": 2}], "forms": [{"name": "transcript", "count": 2}]}


def test_steps_lead_through_every_place_and_keep_the_search(client: TestClient) -> None:
    seen = []
    for number in range(1, 4):
        target = client.get("/search/step", params={"q": "quay", "n": number, "form": "transcript"}).headers["location"]
        assert f"n={number}" in target
        page = client.get(target).text
        assert f"place {number} of 3" in page
        assert page.count('class="hit here" id="hit"') == 1
        seen.append(target)
    assert len(set(seen)) == 3
    assert client.get("/search/step", params={"q": "quay", "n": 4, "form": "transcript"}).status_code == 404


def test_frequencies_are_counted_for_the_words_of_each_year(client: TestClient) -> None:
    years = client.get("/search/years.json", params={"q": "quay", "form": "transcript"}).json()["years"]
    rows = {year["year"]: (year["places"], year["documents"]) for year in years}
    assert rows[2004] == (2, 1)
    assert rows[2006] == (0, 1)
    page = client.get("/search/years", params={"q": "quay"}).text
    assert "<svg" in page
    assert "<table" in page


def test_a_passage_leads_to_its_place_in_its_version(client: TestClient) -> None:
    (item,) = client.get("/check.json", params={"q": VERBATIM}).json()["items"]
    passage = item["trace"]["passages"][0]
    target = client.get(f"/passages/{passage['id']}").headers["location"]
    page = client.get(target).text
    assert f'<mark class="at" id="at">{VERBATIM}</mark>' in page
    assert client.get(f"/passages/{passage['id']}.json").json()["text"] == VERBATIM


def test_a_transcript_shows_brackets_notes_and_evidence(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/documents/{ids['Speech at the old quay']}").text
    assert re.search(r'class="(editorial|stage-direction)">\[Applause\]', page)
    assert 'href="#note-1"' in page
    assert 'href="#ref-1"' in page
    for words in ("header-year", "SHA-256", "known to lack words"):
        assert words in page


def test_a_transcript_says_who_quotes_it(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/documents/{ids['Speech at the lamps']}").text
    assert "Quoted by" in page
    assert "after twelve dark years" in page


def test_an_essay_shows_what_it_quotes_in_the_text_and_beside_it(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/documents/{ids['The harbour in her words']}").text
    assert page.count('id="quoted-') == 3
    assert 'href="#quotation-1"' in page
    assert "absent" in page


def test_a_version_can_be_pinned_and_its_bytes_saved(client: TestClient, ids: dict[str, str]) -> None:
    data = client.get(f"/documents/{ids['Speech at the lamps']}.json").json()
    version = data["versions"][0]
    assert client.get(f"/documents/{version['id']}").status_code == 200
    answer = client.get(f"/sources/{version['source']}")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert b"breakwater" in answer.content


@pytest.mark.parametrize(
    "path",
    [
        "/documents/d0",
        "/passages/p0.1-2",
        "/sources/..%2f..%2fetc%2fpasswd",
        "/people/Nobody",
        "/static/..%2fapp.py",
        "/x",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_person_has_names_documents_and_who_quotes_them(client: TestClient) -> None:
    page = client.get("/people/Maren_Tolvey").text
    for words in ("Harbour Master Tolvey", "Speech at the lamps", "Quoted by", "after twelve dark years"):
        assert words in page


def test_the_timeline_names_the_years_that_are_missing(client: TestClient) -> None:
    page = client.get("/timeline").text
    assert "2005: nothing in this record" in page
    assert "2007–2008: nothing in this record" in page  # noqa: RUF001 - a range of years
    assert "Date unknown" in page


def test_findings_are_listed_by_code(client: TestClient) -> None:
    assert "read-no-text" in client.get("/findings").text
    assert client.get("/findings.json", params={"code": "nothing-"}).json()["total"] == 0


def test_right_to_left_text_is_isolated(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/documents/{ids['خطاب المرفأ']}").text
    assert re.search(r'<h1[^>]* dir="auto">خطاب المرفأ</h1>', page)
    paragraphs = re.findall(r'<p id="p\d+"[^>]*>', page)
    assert paragraphs
    assert all('dir="auto"' in tag for tag in paragraphs)
    # The first letters of an article are those of its English kicker, and would set its whole text.
    assert 'dir="auto"' not in re.findall(r"<article[^>]*>", page)[0]


def test_a_citation_comes_in_four_styles(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/cite/{ids['Speech at the lamps']}").text
    for words in ("@misc", "{{cite speech", "&#34;type&#34;:&#34;speech&#34;", "Maren Tolvey, “Speech at the lamps”"):
        assert words in page


def test_the_pages_hold_no_path_of_the_disk(client: TestClient, harbour: Path) -> None:
    for path in (*PAGES, "/index.json", "/api/status"):
        assert str(harbour.parent) not in client.get(path).text


def test_the_documents_of_a_person_go_on_in_the_timeline(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "PAGE", 1)
    monkeypatch.setattr(people, "DOCUMENTS", 2)
    page = client.get("/people/Maren_Tolvey")
    total = client.get("/people/Maren_Tolvey.json").json()["total"]
    seen = re.findall(r'class="title" href="([^"]+)"', page.text)
    first = int(re.findall(r"/timeline\?speaker=Maren\+Tolvey&amp;page=(\d+)", page.text)[0])
    for number in range(first, total + 1):
        shown = client.get("/timeline", params={"speaker": "Maren Tolvey", "page": number}).text
        seen += re.findall(r'class="title" href="([^"]+)"', shown)
    assert (len(seen), len(set(seen))) == (total, total)


def test_a_name_may_hold_a_slash(tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text('<meta year="2004" title="Speech"/>\nThe quay has stood.\n', "utf-8")
    office = tmp_path / "harbour.toml"
    office.write_text(SLASHED, "utf-8")
    with open_record(tmp_path / "harbour.record", create=True) as record:
        list(record.add([tmp_path / "speech.txt"], office=read_office(office)))
    with TestClient(create_app(tmp_path / "harbour.record")) as client:
        link = re.findall(r'href="(/people/[^"]+)"', client.get("/people").text)[0]
        assert link == "/people/Maren%2FTolvey_Quay"
        for address in (link, f"{link}.json", f"/api{link}", f"/feeds{link}.atom"):
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert "Maren/Tolvey Quay" in answer.text
