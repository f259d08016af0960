"""The reading room in a real browser: Chromium, driven by Playwright; skipped where there is none."""

import importlib.resources
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, FilePayload, Page, expect, sync_playwright

from onrecord.web.app import create_app

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
VERBATIM = "a town without a quay is a town without bread"
ALTERED = "The lamps on the breakwater were lit again last night after thirteen dark years."
DRAFT = f'Tolvey said in 2004: "{VERBATIM}." She said: "{ALTERED}"'
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}

pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}: set $CHROMIUM"),
    # Chromium's pipes outlive the last test by a moment.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def root(harbour: Path) -> Iterator[str]:
    """The address of an open reading room."""
    server = uvicorn.Server(uvicorn.Config(create_app(harbour), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    """A tab; a test fails when a page of its run complains in the console or breaks the policy."""
    context = browser.new_context(base_url=root)
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    context.close()
    assert not complaints


@pytest.fixture(scope="module")
def paths(ids: dict[str, str]) -> list[str]:
    documents = [f"/documents/{document}" for title, document in ids.items() if not title.startswith("Minutes")]
    fixed = ["/", "/search", "/search?q=quay", "/search/years?q=quay", "/check", f"/check?q={VERBATIM}"]
    others = [f"/check?q={ALTERED}&by=Tolvey", f"/check?q={DRAFT}", "/people", "/people/Maren_Tolvey", "/timeline"]
    hit = f"/documents/{ids['Speech at the old quay']}?q=quay&n=1"
    return [*fixed, *others, "/findings", "/help", f"/cite/{ids['Speech at the lamps']}", hit, *documents]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_page(
    browser: Browser, root: str, paths: list[str], scheme: Literal["light", "dark"]
) -> None:
    axe = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(base_url=root, color_scheme=scheme)
    tab = context.new_page()
    found = []
    for path in paths:
        tab.goto(path)
        if path.startswith("/search?q"):
            tab.wait_for_selector("svg.plot")
        for details in tab.query_selector_all("details"):
            details.evaluate("one => { one.open = true; }")
        tab.evaluate(axe)
        result = tab.evaluate("rules => axe.run(document, rules)", RULES)
        found += [
            (path, one["id"], node["html"][:120], node["failureSummary"])
            for one in result["violations"]
            for node in one["nodes"]
        ]
    context.close()
    assert not found, "\n".join(map(str, found))


def test_a_search_leads_through_its_hits_and_back(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Words to search").fill("quay")
    page.get_by_role("button", name="Search the record").click()
    expect(page.get_by_role("status")).to_contain_text("2 documents with “quay”")
    expect(page.locator("svg.plot")).to_be_visible()
    page.locator(".kwic a").first.click()
    expect(page.get_by_role("status")).to_contain_text("place 1 of 3")
    for number in (2, 3):
        page.get_by_role("link", name="Next").click()
        expect(page.get_by_role("status")).to_contain_text(f"place {number} of 3")
        expect(page.locator("mark.here")).to_be_in_viewport()
    page.get_by_role("link", name="Previous").click()
    page.get_by_role("link", name="All", exact=True).click()
    expect(page.get_by_label("Words, “phrases”")).to_have_value("quay")


def test_a_check_leads_to_the_transcript_and_back(page: Page) -> None:
    page.goto("/check")
    page.get_by_label("A quotation").fill(ALTERED)
    page.get_by_label("Said by").fill("Tolvey")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("article .verdict")).to_have_text("altered")
    expect(page.locator("article del")).to_contain_text("thirteen")
    expect(page.locator("article ins")).to_contain_text("eleven")
    page.get_by_role("link", name="Read it in its place").first.click()
    expect(page.locator("mark#at").first).to_be_in_viewport()
    page.go_back()
    expect(page.locator("article .verdict")).to_have_text("altered")


def test_brackets_and_notes_fold(page: Page, ids: dict[str, str]) -> None:
    page.goto(f"/documents/{ids['Speech at the old quay']}")
    expect(page.get_by_text("[Applause]")).to_be_visible()
    page.get_by_label("fold the editor’s brackets").check()  # noqa: RUF001 - as the page has it
    expect(page.get_by_text("[Applause]")).to_be_hidden()
    page.locator("a.note-reference").click()
    expect(page.locator("#note-1")).to_be_in_viewport()
    page.get_by_label("back to the text").click()
    assert page.url.endswith("#ref-1")
    page.get_by_label("fold notes").check()
    expect(page.locator("a.note-reference")).to_be_hidden()


def test_keys_lead_everywhere_and_can_be_switched_off(page: Page, ids: dict[str, str]) -> None:
    page.goto(f"/documents/{ids['Speech at the old quay']}?q=quay&n=1")
    page.keyboard.press("j")
    expect(page.get_by_role("status")).to_contain_text("place 2 of 3")
    page.keyboard.press("k")
    expect(page.get_by_role("status")).to_contain_text("place 1 of 3")
    page.keyboard.press("c")
    expect(page.get_by_role("heading", name="Cite")).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_label("Words, “phrases”")).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_label("Words, “phrases”")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.get_by_label("switch single keys off").check()
    page.goto("/people")
    page.keyboard.press("/")
    page.keyboard.press("?")
    assert page.url.endswith("/people")


def test_the_keyboard_alone_is_enough_to_check(page: Page) -> None:
    page.goto("/check")
    page.keyboard.press("Tab")
    expect(page.get_by_text("To the text")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("A quotation")).to_be_focused()
    page.keyboard.type(VERBATIM)
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("article .verdict")).to_have_text("verbatim")


def test_without_javascript_search_check_and_steps_work(browser: Browser, root: str) -> None:
    context = browser.new_context(base_url=root, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("/")
    tab.get_by_label("Words to search").fill(VERBATIM)
    tab.get_by_role("button", name="Check as a quotation").click()
    expect(tab.locator("article .verdict")).to_have_text("verbatim")
    tab.goto("/search?q=quay")
    tab.get_by_role("link", name="How often, year by year").click()
    expect(tab.locator("svg.plot")).to_be_visible()
    tab.goto("/search/step?q=quay&n=1")
    tab.get_by_role("link", name="Next").click()
    expect(tab.get_by_role("status")).to_contain_text("place 2 of 3")
    context.close()


def test_a_file_is_dropped_and_checked(page: Page) -> None:
    page.goto("/check")
    page.get_by_text("Check a file").click()
    file: FilePayload = {"name": "draft.md", "mimeType": "text/markdown", "buffer": DRAFT.encode()}
    page.get_by_label("Text or Markdown").set_input_files([file])
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("article .verdict")).to_have_text(["verbatim", "altered"])
    page.locator(".draft a").first.click()
    expect(page.locator("#q1")).to_be_in_viewport()


def test_nothing_is_cut_off_at_320_pixels(browser: Browser, root: str, paths: list[str]) -> None:
    context = browser.new_context(base_url=root, viewport={"width": 320, "height": 700})
    tab = context.new_page()
    wide = []
    for path in paths:
        tab.goto(path)
        if tab.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    context.close()
    assert not wide


def test_a_hostile_page_does_no_harm(page: Page, ids: dict[str, str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for query in ("", "?q=gulls&n=1", "?at=0-60"):
        page.goto(f"/documents/{ids['<b>Hostile</b> speech']}{query}")
        assert page.evaluate("window.harmed") is None
        assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert not [url for url in asked if "evil" in url]
