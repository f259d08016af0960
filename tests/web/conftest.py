"""The reading room of the invented harbour office, with one page that means harm."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.read import read_office
from onrecord.reader import Reader, open_reader
from onrecord.record import open_record
from onrecord.web.app import create_app
from onrecord.web.limits import Limits

OFFICE = """
publisher = "Harbour Office of Port Selwick"
form = "transcript"
completeness = "lossy"
header = '<meta year="(?P<year>[^"]*)" title="(?P<title>[^"]*)"/?>'

[speaker]
name = "Maren Tolvey"
aliases = ["Harbour Master Tolvey"]
titles = ["the Harbour Master"]

[[people]]
name = "Maren Tolvey"
aliases = ["Harbour Master Tolvey"]
titles = ["the Harbour Master"]
"""
QUAY = """Good people of the harbour, the old quay has stood for ninety winters and it will not stand for ten more.

We shall rebuild it stone by stone, because a town without a quay is a town without bread. [Applause]

The masons of Selwick have promised me their spring, and I have promised them fair pay (1) and a dry bed.

Notes:

(1) Eleven silver marks for a week of work, as the council set it in the year before."""
LIGHTS = """The lamps on the breakwater were lit again last night after eleven dark years.

No ship that comes to us in a storm should have to guess where the rocks are.

I thank the keepers, who climbed those stairs without pay when the council had forgotten them.

Whoever comes to Selwick in the winter shall find a warm stove, a dry bed and a fair price for fish."""
HOSTILE = """<script>window.harmed = 1</script> The gulls of the old quay are bold <img src=x onerror="window.harmed = 1">.

<a href="javascript:window.harmed = 1">Follow me</a> said the tide <svg onload="window.harmed = 1"><circle r="9"/></svg>.

<style>body { display: none }</style> <div style="position: fixed; inset: 0; background: url(https://evil.example/x)">over all</div>

"><iframe src="https://evil.example/"></iframe> {{ 7 * 7 }} </p></article><form action="https://evil.example/"><button>Go"""
# A long dull book, so that the record has words enough to tell rare ones from common ones.
MINUTES = "\n\n".join(
    f"On day {day} the council heard the {who} on the {what} and {did} it to the next meeting, as the rule of the "
    "house has it, and the clerk wrote down what was said of the matter and who had been there to hear it."
    for day, who, what, did in zip(
        range(1, 121),
        itertools.cycle(("ropemaker", "pilot", "cooper", "sailmaker", "dean", "carter", "miller")),
        itertools.cycle(("dredging", "toll", "fog bell", "salt store", "ferry")),
        itertools.cycle(("put off", "sent back", "moved")),
        strict=False,
    )
)
ESSAY = """# The harbour in her words

The Harbour Master has said what light is to a town: “The lamps on the breakwater were lit again last night after twelve dark years.” [2006]
She has also spoken of storms: “No ship that comes to us in a storm should have to guess where the rocks are.” [2006]
And of the sea: “The tide keeps no diary and the gulls keep no secrets from the fishwives.” [2006]
"""
ARABIC = """المرفأ القديم وقف تسعين شتاء ولن يقف عشرة أخرى.

نحن نبني الرصيف حجرا حجرا لأن المدينة بلا رصيف مدينة بلا خبز."""


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record: speeches, a copy, an essay whose quotations are traced, a hostile page, one in Arabic."""
    folder = tmp_path_factory.mktemp("harbour")
    speeches = folder / "speeches"
    speeches.mkdir()
    texts = {
        "1.txt": ("2004", "Speech at the old quay", QUAY),
        "2.txt": ("2006", "Speech at the lamps", LIGHTS),
        "3.txt": ("2009", "<b>Hostile</b> speech", HOSTILE),
        "4.txt": ("2011", "خطاب المرفأ", ARABIC),
        "5.txt": ("2012", "Minutes of the council", MINUTES),
        "10.txt": ("2007", "Speech to the keepers", ""),
    }
    for name, (year, title, text) in texts.items():
        (speeches / name).write_text(f'<meta year="{year}" title="{title}"/>\n{text}\n', encoding="utf-8")
    (folder / "harbour.toml").write_text(OFFICE, encoding="utf-8")
    (folder / "essay.md").write_text(ESSAY, encoding="utf-8")
    path = folder / "harbour.record"
    with open_record(path, create=True) as record:
        list(record.add([speeches], office=read_office(folder / "harbour.toml")))
        list(record.add([folder / "essay.md"]))
        record.keep_traces([record.trace(quotation) for quotation in record.find_own_quotations()])
    return path


@pytest.fixture(scope="session")
def client(harbour: Path) -> Iterator[TestClient]:
    """A browser without a window."""
    with TestClient(create_app(harbour, limits=Limits(readers=2)), follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def reader(harbour: Path) -> Iterator[Reader]:
    """The record, opened for reading."""
    with open_reader(harbour) as opened:
        yield opened


@pytest.fixture(scope="session")
def ids(reader: Reader) -> dict[str, str]:
    """The ids of the documents by the first words of their titles."""
    return {card.title: card.document for card in reader.find_cards()}
