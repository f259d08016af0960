"""Verdicts on an invented office."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from onrecord.model import Dating, Document, Quotation, Searched, Trace
from onrecord.trace import build_segment, merge_segments, open_index, trace_quotation

HARBOUR = (
    "Friends of the harbour, we gather under the new lighthouse tonight. The council will not sell the eastern pier to "
    "any bidder, and we shall mend its planks before the winter storms arrive. Forty boats left this port in March; "
    "every one of them came home. I am proud of the rope makers, the pilots and the children who painted the sheds."
)
MARKET = (
    "The market opens at dawn and closes when the last basket is empty. Our bakers never asked for a subsidy, and they "
    "don't intend to ask for one now. Let the inspectors weigh the loaves as often as they please."
)


class Shelf:
    """A library of two speeches."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = list(documents)

    def get_text(self, number: int) -> str:
        return self.documents[number].text

    def get_document(self, number: int) -> Document:
        return self.documents[number]

    def get_searched(self) -> Searched:
        return Searched(documents=len(self.documents), words=150, speakers=2, unreadable=0, lossy=0)

    def find_speakers(self, name: str) -> frozenset[str]:
        return frozenset(doc.speaker for doc in self.documents if name in doc.speaker)


def make_speech(name: str, speaker: str, day: dt.date, text: str) -> Document:
    date = Dating(earliest=day, latest=day, precision="day")
    return Document(
        id=f"d{name}",
        version=f"v{name}",
        source="",
        form="transcript",
        title=name,
        text=text,
        speaker=speaker,
        date=date,
    )


SHELF = Shelf(
    [
        make_speech("Harbour", "Mayor Adele Thorn", dt.date(2011, 3, 4), HARBOUR),
        make_speech("Market", "Warden Piet Olm", dt.date(2012, 5, 6), MARKET),
    ]
)


def trace(folder: Path, text: str, by: str = "") -> Trace:
    if not (folder / "all").exists():
        for number, document in enumerate(SHELF.documents):
            build_segment(folder / f"s{number}", [(number, document)])
        merge_segments(folder / "all", [folder / "s0", folder / "s1"])
    return trace_quotation(Quotation(text=text, by=by), open_index([folder / "all"]), SHELF)


def test_words_as_they_stand_are_verbatim(tmp_path: Path) -> None:
    found = trace(tmp_path, "the council will not sell the eastern pier to any bidder", by="Thorn")
    assert found.verdict == "verbatim"
    assert found.passages[0].document == "dHarbour"
    assert not found.flags


def test_a_dropped_not_is_altered_by_a_negation(tmp_path: Path) -> None:
    found = trace(tmp_path, "The council will sell the eastern pier to any bidder, and we shall mend its planks")
    assert found.verdict == "altered"
    assert [edit.kind for edit in found.edits] == ["negation"]
    assert '"not"' in found.sentence


def test_words_of_another_speaker_are_misattributed(tmp_path: Path) -> None:
    found = trace(
        tmp_path, "Our bakers never asked for a subsidy, and they don't intend to ask for one now.", by="Thorn"
    )
    assert found.verdict == "verbatim"
    assert [flag.code for flag in found.flags] == ["misattributed"]


def test_two_speeches_joined_are_spliced(tmp_path: Path) -> None:
    text = "we shall mend its planks before the winter storms arrive. Let the inspectors weigh the loaves as often"
    found = trace(tmp_path, text)
    assert found.verdict == "spliced"
    assert [passage.document for passage in found.passages] == ["dHarbour", "dMarket"]


def test_other_words_are_absent(tmp_path: Path) -> None:
    found = trace(tmp_path, "The railway to the northern mines was finished by soldiers in the year of the flood")
    assert found.verdict == "absent"
    assert "2 documents" in found.sentence
