"""Pages of an invented office, one of each kind of file, with what must come out of each beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.model import Document, Finding
from onrecord.read import read_source

CASES = Path(__file__).parents[1] / "cases" / "read" / "files"
SITE = "https://harbour.example/news/"


def describe(doc: Document) -> Iterator[str]:
    yield f"form | {doc.form}"
    yield f"title | {doc.title}"
    yield f"language | {doc.language}"
    if doc.part:
        yield f"part | {doc.part}"
    if doc.capture:
        yield f"capture | {doc.capture.at} {doc.capture.status} {len(doc.capture.headers)} headers"
    yield from (f"fact {fact.origin} {fact.name} | {fact.text}" for fact in doc.facts if fact.span is None)
    yield from (f"{block.kind} | {block.span.slice(doc.text)}" for block in doc.blocks)
    for cue in doc.cues:
        yield f"cue {cue.start:.3f} {cue.end:.3f} {cue.voice}".strip() + f" | {cue.span.slice(doc.text)}"
    yield from (f"link {link.url} | {link.span.slice(doc.text)}" for link in doc.links)
    yield from (f"furniture | {part.text}" for part in doc.furniture)
    for note in doc.notes:
        place = f"after {doc.text[: note.reference.start][-12:]!r}" if note.reference else "untied"
        yield f"tied {note.label} {place} | {note.span.slice(doc.text)}"


def show(documents: tuple[Document, ...], findings: tuple[Finding, ...]) -> str:
    lines = [line for doc in documents for line in (*describe(doc), "")]
    lines += [f"finding {finding.level} {finding.code} | {finding.message}" for finding in findings]
    return "\n".join(lines).strip() + "\n"


PAGES = sorted(path for path in CASES.iterdir() if path.suffix not in {".expected", ".py"})


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_file_is_read_as_it_says_beside_it(path: Path) -> None:
    got = show(*read_source(path.read_bytes(), address=SITE + path.name))
    expected = path.with_name(path.name + ".expected")
    assert got == expected.read_text(encoding="utf-8")
