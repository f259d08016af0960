"""Quotations of a real essay against real transcripts; what is frozen here are places, hashes and results, no words."""

import datetime as dt
import hashlib
import os
import re
from pathlib import Path

import pytest

from onrecord.model import Dating, Document, Quotation, Searched
from onrecord.trace import Index, build_segment, open_index, trace_quotation

SHARED = Path(os.environ.get("ONRECORD_SHARED", "../shared"))
ESSAY = SHARED / "seeds" / "004_e75f669c3e614d04.txt"
TRANSCRIPTS = SHARED / "corpora" / "leader_en"
ESSAY_SHA256 = "38a8bb004d4d443ccd77f50a31cec2279c3acc3663370411c140d8de101e19b5"
# start, end in the essay, the cited day, the verdicts that are right, the file that holds the words
CASES: list[tuple[int, int, str, str, str]] = [
    (914, 1067, "2020-01-03", "absent ambiguous", ""),
    (1084, 1149, "2005-08-24", "altered", "118"),
    (1168, 1327, "1999-05-24", "absent ambiguous", ""),
    (1345, 1715, "1996-05-15", "absent ambiguous", ""),
    (1890, 1943, "2019-11-03", "absent ambiguous", ""),
    (1965, 2292, "2019-11-03", "absent ambiguous", ""),
    (2310, 3015, "2014-02-08", "reworded altered", "564"),
    (3032, 3128, "2006-08-21", "altered", "170"),
    (3146, 3619, "2019-11-03", "absent ambiguous", ""),
    (3637, 4148, "2015-09-03", "altered", "591"),
    (4276, 4482, "2011-09-17", "spliced", "392"),
    (4500, 5516, "2011-09-17", "altered reworded", "392"),
    (5535, 5689, "2014-03-26", "reworded altered", "557"),
    (5712, 5916, "2014-03-26", "reworded", "557"),
    (5978, 6241, "2009-05-12", "altered", "306"),
    (6379, 7124, "2013-04-29", "altered", "519"),
    (7268, 7467, "2013-09-26", "absent ambiguous", ""),
    (7486, 7936, "2004-01-28", "absent ambiguous", ""),
]

pytestmark = pytest.mark.skipif(
    not ESSAY.exists() or not TRANSCRIPTS.exists(), reason=f"no real data in {SHARED}: set ONRECORD_SHARED"
)


class Transcripts:
    def __init__(self) -> None:
        self.documents = [self._read(path) for path in sorted(TRANSCRIPTS.glob("*.txt"))]

    def _read(self, path: Path) -> Document:
        text = path.read_text(encoding="utf-8", errors="replace")
        head = re.search(r'<meta year="(\d*)"[^>]*>', text)
        year = int(head.group(1)) if head and head.group(1) else 0
        date = (
            Dating(earliest=dt.date(year, 1, 1), latest=dt.date(year, 12, 31), precision="year") if year else Dating()
        )
        body = text[head.end() :] if head else text
        return Document(
            id=f"d{path.stem}",
            version=f"v{path.stem}",
            source="",
            form="transcript",
            title=path.stem,
            text=body,
            speaker="the Leader",
            date=date,
        )

    def get_text(self, number: int) -> str:
        return self.documents[number].text

    def get_document(self, number: int) -> Document:
        return self.documents[number]

    def get_searched(self) -> Searched:
        return Searched(documents=len(self.documents), words=0, speakers=1, unreadable=0, lossy=0)

    def find_speakers(self, name: str) -> frozenset[str]:
        return frozenset({name})


@pytest.fixture(scope="module")
def transcripts() -> Transcripts:
    return Transcripts()


@pytest.fixture(scope="module")
def real_index(transcripts: Transcripts, tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("real") / "segment"
    build_segment(folder, enumerate(transcripts.documents))
    return open_index([folder])


def test_the_essay_is_the_one_that_was_read() -> None:
    assert hashlib.sha256(ESSAY.read_bytes()).hexdigest() == ESSAY_SHA256


@pytest.mark.parametrize(("start", "end", "day", "verdicts", "file"), CASES)
def test_a_dated_quotation_of_the_essay(  # noqa: PLR0913, PLR0917
    start: int, end: int, day: str, verdicts: str, file: str, real_index: Index, transcripts: Transcripts
) -> None:
    text = " ".join(ESSAY.read_text(encoding="utf-8")[start:end].split())
    date = dt.date.fromisoformat(day)
    on = Dating(earliest=date, latest=date, precision="day")
    trace = trace_quotation(Quotation(text=text, on=on), real_index, transcripts)
    assert trace.verdict in verdicts.split(), trace.sentence
    assert [passage.title for passage in trace.passages[:1]] == ([file] if file else [])
