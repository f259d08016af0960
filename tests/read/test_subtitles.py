import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Document
from onrecord.read import read_source
from onrecord.read.captions import find_captions

TIMES = "{0:02}:{1:02}:{2:02},{3:03}"


def write(*captions: tuple[float, float, str]) -> bytes:
    blocks = [
        f"{number}\n{show(start)} --> {show(end)}\n{text}\n"
        for number, (start, end, text) in enumerate(captions, start=1)
    ]
    return "\n".join(blocks).encode()


def show(seconds: float) -> str:
    whole = round(seconds * 1000)
    return TIMES.format(whole // 3_600_000, whole // 60_000 % 60, whole // 1000 % 60, whole % 1000)


def read_captions(*captions: tuple[float, float, str]) -> Document:
    (doc,), _ = read_source(write(*captions), address="a.srt")
    return doc


def test_subtitles_are_known_by_their_bytes() -> None:
    (doc,), findings = read_source(write((1, 2, "Fair pay.")), address="1.txt")
    assert (doc.form, doc.text, findings) == ("subtitles", "Fair pay.", ())


def test_a_long_silence_ends_a_paragraph_and_a_short_one_does_not() -> None:
    doc = read_captions((1, 2, "Go home."), (3, 4, "Go on."), (9, 10, "Now"), (12, 13, "sleep."))
    assert doc.text == "Go home. Go on.\n\nNow sleep."


def test_lines_that_roll_are_read_once() -> None:
    doc = read_captions((1, 2, "the old quay"), (2, 3, "the old quay\nhas stood"), (3, 4, "has stood\nfor ninety"))
    assert doc.text == "the old quay has stood for ninety"
    assert [cue.start for cue in doc.cues] == [1, 2, 3]


def test_times_lead_from_the_words_to_the_recording() -> None:
    doc = read_captions((1.25, 2.5, "the old quay"), (3661.001, 3662, "has stood"))
    assert [(cue.start, cue.end, cue.span.slice(doc.text)) for cue in doc.cues] == [
        (1.25, 2.5, "the old quay"),
        (3661.001, 3662.0, "has stood"),
    ]


def test_the_speaker_of_a_caption_is_its_voice_and_begins_a_paragraph() -> None:
    first = b"00:01.000 --> 00:02.000\n<v Maren Tolvey>Fair pay,\n\n"
    data = b"WEBVTT\n\n" + first + b"00:02.000 --> 00:03.000\n<v Odo Brandt>she says.\n"
    (doc,), _ = read_source(data, address="a.vtt")
    assert doc.text == "Fair pay,\n\nshe says."
    assert [cue.voice for cue in doc.cues] == ["Maren Tolvey", "Odo Brandt"]


@pytest.mark.parametrize("data", [b"WEBVTT\n", b"WEBVTT\n\nNOTE nothing\n", b"1\n00:00:01,000 --> 00:00:02,000\n\n"])
def test_subtitles_without_words_are_a_finding(data: bytes) -> None:
    documents, findings = read_source(data, address="a.srt")
    assert (documents, [finding.code for finding in findings]) == ((), ["read-no-text"])


@pytest.mark.parametrize("scrap", ["\n", "<a", "\n 1", "\n1 ", "{\\", "-->\n", "00:00:01,000 --> 00:00:02,000"])
def test_hostile_captions_end_in_good_time(scrap: str) -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n" + scrap * 200_000 + "x"
    start = time.perf_counter()
    assert all(len(caption.lines) < 6000 for caption in find_captions(text))
    assert time.perf_counter() - start < 10


SCRAPS = st.sampled_from(
    ["WEBVTT", "\n\n", "\n", "1", "00:00:01,000 --> 00:00:02,000", "00:01.000 --> 99:99.999", "<v A>", "- ", "word.",
     "رصيف", "NOTE", "{\\i1}", "&amp;", "</i>", " "]
)  # fmt: skip


@given(scraps=st.lists(SCRAPS, max_size=30))
def test_any_captions_are_read_or_a_finding(scraps: list[str]) -> None:
    documents, findings = read_source("".join(scraps).encode(), address="a.vtt")
    assert documents or findings
    for doc in documents:
        assert all(cue.span.slice(doc.text) and cue.start <= cue.end for cue in doc.cues)
