"""Pictures of every page, light and dark and on a phone, into build/screenshots; for looking at.

python tools/screenshots.py --record build/sotu.record [--quotation "…"]

Needs Chromium at /usr/bin/chromium (or $CHROMIUM), a running `onrecord serve` is not needed.
"""

import argparse
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from onrecord.model import Scope
from onrecord.reader import Reader, open_reader
from onrecord.web.app import create_app

ROOT = Path(__file__).parents[1]
WIDE = (1280, 900)
NARROW = (320, 700)
QUOTATION = "I must say to you that the state of the Union is good"
DRAFT = ROOT / "examples/draft.md"


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """The address of a reading room that is open for as long as the block runs."""
    server = uvicorn.Server(uvicorn.Config(create_app(record), port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def find_pages(reader: Reader, quotation: str, words: str) -> Iterator[tuple[str, str]]:
    """The name and the address of every page worth a picture."""
    yield "home", "/"
    yield "search", f"/search?q={quote(words)}"
    yield "search-error", f"/search?q={quote(words + ' AND')}"
    yield "search-years", f"/search/years?q={quote(words)}"
    yield "hit", f"/search/step?q={quote(words)}&n=3"
    yield "catalogue", "/search"
    yield "check", "/check"
    yield "check-answer", f"/check?q={quote(quotation)}"
    yield "check-absent", "/check?q=the+gulls+keep+no+secrets+from+the+fishwives"
    yield "check-draft", f"/check?q={quote(DRAFT.read_text(encoding='utf-8'))}"
    for form in reader.get_status().forms:
        cards = reader.find_cards(Scope(form=form), limit=2000)
        longest = max(cards, key=lambda card: card.words)
        yield f"document-{form}", f"/documents/{longest.document}"
    speaker = reader.find_speakers()[0].name
    yield "people", "/people"
    yield "person", f"/people/{quote(speaker.replace(' ', '_'))}"
    yield "timeline", "/timeline"
    yield "findings", "/findings"
    yield "cite", f"/cite/{reader.find_cards(limit=1)[0].version}"
    yield "help", "/help"
    yield "missing", "/documents/d0"


def take(browser: Browser, root: str, pages: list[tuple[str, str]], folder: Path) -> None:
    """One picture of each page in each manner."""
    manners = (("light", "light", WIDE), ("dark", "dark", WIDE), ("narrow", "light", NARROW))
    for manner, scheme, (width, height) in manners:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height})  # type: ignore[arg-type]
        for name, path in pages:
            page = context.new_page()
            page.goto(root + path, wait_until="load")
            if path.startswith("/search?q"):
                page.wait_for_timeout(700)
            page.screenshot(path=folder / f"{name}-{manner}.png")
            page.close()
        context.close()


def main() -> None:
    """Take the pictures and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, default=ROOT / "build/sotu.record")
    parser.add_argument("--out", type=Path, default=ROOT / "build/screenshots")
    parser.add_argument("--quotation", default=QUOTATION)
    parser.add_argument("--words", default='"four freedoms" OR liberty')
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    with open_reader(given.record) as reader:
        pages = list(find_pages(reader, given.quotation, given.words))
    with serving(given.record) as root, sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        take(browser, root, pages, given.out)
        browser.close()
    print(f"{len(list(given.out.glob('*.png')))} pictures in {given.out}")


if __name__ == "__main__":
    main()
