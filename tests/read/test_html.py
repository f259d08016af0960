import time

import pytest

from onrecord.model import Document
from onrecord.read import read_source

WORDS = "The old quay has stood for ninety winters and it will not stand for ten more. " * 4


def read_page(body: str, *, head: str = "", address: str = "page.html") -> Document:
    (doc,), _ = read_source(f"<html><head>{head}</head><body>{body}</body></html>".encode(), address=address)
    return doc


def show(doc: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.slice(doc.text)) for block in doc.blocks]


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>Fair pay.",
        b"\xef\xbb\xbf \n<!-- saved --><html><p>Fair pay.",
        b"<?xml version='1.0' encoding='latin-1'?><html xmlns='http://www.w3.org/1999/xhtml'><p>Fair pay.",
    ],
)
def test_a_web_page_is_known_by_its_first_bytes(data: bytes) -> None:
    (doc,), _ = read_source(data, address="page.txt")
    assert doc.text == "Fair pay."


def test_a_web_page_is_known_by_its_address_too() -> None:
    (doc,), _ = read_source(b"<p>Fair <b>pay</b>.<p>Dry stairs.", address="https://harbour.example/a.html?x=1")
    assert doc.text == "Fair pay.\n\nDry stairs."


def test_the_one_article_of_a_page_is_its_content() -> None:
    doc = read_page(f"<p>Before.</p><article><p>{WORDS}</p></article><p>After.</p>")
    assert [part.text for part in doc.furniture] == ["Before.", "After."]
    assert doc.text == WORDS.strip()


def test_line_breaks_part_sentences_and_join_what_goes_on() -> None:
    doc = read_page("<main>TOLVEY: We mend it.<br>BRANDT: When?<br>In the<br>spring<br><br>Go home</main>")
    assert [text for _, text in show(doc)] == ["TOLVEY: We mend it.", "BRANDT: When?", "In the spring", "Go home"]


def test_preformatted_text_is_read_as_plain_text() -> None:
    lines = (
        "The old quay has stood for ninety winters and\nit will not stand for ten more, whatever the\n"
        "council says. We shall rebuild it stone by\nstone, and the masons have given their word.\n\nGo home."
    )
    doc = read_page(f"<main><pre>{lines}</pre></main>")
    assert len(doc.blocks) == 2
    assert "winters and it will" in doc.text


def test_a_list_of_notes_is_tied_both_ways_round() -> None:
    doc = read_page(
        "<main><p>The salt road<a href='#f1' id='b1'><sup>1</sup></a> is open<sup>2</sup>.</p>"
        "<p><a id='f1' href='#b1'>1</a> The flood of 1953.</p></main>"
    )
    assert show(doc) == [("paragraph", "The salt road[1] is open2."), ("note", "[1] The flood of 1953.")]
    assert doc.notes[0].reference is not None


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        ("<title>Fair</title>", [("title", "Fair")]),
        ("<meta name='DC.title' content='Fair'><title>X</title>", [("title", "Fair")]),
        (
            '<script type="application/ld+json">{"@graph":[{"headline":"Fair","datePublished":"2004-05-17"}]}</script>',
            [("title", "Fair"), ("published", "2004-05-17")],
        ),
        ('<script type="application/ld+json">{"headline": </script>', []),
        ("<link rel=canonical href='/a'><meta property='og:url' content='https://h.example/a'>",
         [("url", "https://h.example/a")]),
    ],
)  # fmt: skip
def test_metadata_are_facts_of_the_page(head: str, facts: list[tuple[str, str]]) -> None:
    doc = read_page(f"<main><p>{WORDS}</p></main>", head=head)
    assert [(fact.name, fact.text) for fact in doc.facts if fact.span is None] == facts


def test_a_day_of_publication_is_no_day_of_saying_only_a_bound() -> None:
    from onrecord.pipeline import read_documents  # noqa: PLC0415 - the one place where reading meets dating

    head = "<meta property='article:published_time' content='2004-05-17'>"
    (doc,), _ = read_documents(f"<html><head>{head}</head><p>{WORDS}".encode(), address="a.html")
    assert [fact.name for fact in doc.facts if fact.text == "2004-05-17"] == ["published"]
    assert doc.date.edtf == "../2004-05-17"
    assert doc.published.edtf == "2004-05-17"


def test_the_joiners_of_persian_stay_and_soft_hyphens_go() -> None:
    assert read_page("<main><p>می\u200cگویند quay\u00adside</p></main>").text == "می\u200cگویند quayside"


@pytest.mark.parametrize("depth", [1_000, 10_000, 100_000])
def test_deep_nesting_ends_in_good_time(depth: int) -> None:
    page = f"<html><body><p>{WORDS}</p>{'<div>' * depth}<p>deep</p>{'</div>' * depth}</body></html>"
    start = time.perf_counter()
    documents, findings = read_source(page.encode(), address="page.html")
    assert time.perf_counter() - start < 10
    assert documents[0].text.startswith(WORDS.strip())
    assert ("read-too-deep" in {finding.code for finding in findings}) == (depth > 1_000)


@pytest.mark.parametrize("data", [b"<html></html>", b"<!doctype html>", b"<html><script>var a = 1</script></html>"])
def test_a_page_without_words_is_a_finding(data: bytes) -> None:
    documents, findings = read_source(data, address="page.html")
    assert (documents, [finding.code for finding in findings]) == ((), ["read-no-text"])


def test_the_items_of_a_list_are_documents_and_a_date_above_a_title_is_its_own() -> None:
    items = "".join(
        f"<li class=item><time>{n} May 2004</time><h3><a href='/{n}'>News of day {n}</a></h3><p>{WORDS}</p></li>"
        for n in range(1, 6)
    )
    page = f"<html><body><main><h1>All news</h1><ul>{items}</ul></main></body></html>".encode()
    documents, findings = read_source(page, address="https://harbour.example/news")
    assert [doc.title for doc in documents] == [f"News of day {n}" for n in range(1, 6)]
    assert findings == ()
    assert documents[2].text.startswith("News of day 3\n\n3 May 2004\n\nThe old quay")
    assert [link.url for doc in documents for link in doc.links] == [
        f"https://harbour.example/{n}" for n in range(1, 6)
    ]
    assert all(link.span.slice(doc.text) == doc.title for doc in documents for link in doc.links)


def test_a_list_is_known_by_its_links_and_dates_alone() -> None:
    items = "".join(
        f'<li><a href="/news/{number}">The ferry of day {number}</a> <span>March {number}, 2011</span>'
        f"<p>The ferry of this day brought flour for {number} hundred loaves to the town.</p></li>"
        for number in range(2, 8)
    )
    page = f"<html><body><h1>News</h1><ul>{items}</ul></body></html>".encode()
    documents, _ = read_source(page, address="https://harbour.example/news")
    assert [doc.form for doc in documents] == ["listing"] * 6
