import pytest

from onrecord.read.lines import split_lines
from onrecord.read.notes import turn_notes
from onrecord.read.paragraphs import build_paragraphs


def kinds(*lines: str) -> str:
    paragraphs = turn_notes(build_paragraphs(split_lines("\n\n".join(lines))))
    return " ".join(paragraph.kind for paragraph in paragraphs)


def test_notes_go_from_their_heading_to_the_next_list() -> None:
    assert kinds("Quay (1).", "Footnotes:", "1) Stone.", "More stone.", "• Tag") == (
        "paragraph heading note note list-item"
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Quay [1] and lamps [2].", "[1] Stone.", "[2] Oil."), "paragraph note note"),
        (("Quay (1) and lamps (2).", "1. Stone.", "2. Oil."), "paragraph note note"),
        (("Quay and lamps.", "1. Stone.", "2. Oil."), "paragraph paragraph paragraph"),
        (("Quay (1) and lamps (3).", "1. Stone.", "3. Oil."), "paragraph paragraph paragraph"),
        (("Notes", "Quay and lamps."), "paragraph paragraph"),
        (("1) Stone.",), "paragraph"),
    ],
)
def test_without_a_heading_labels_and_references_must_agree(lines: tuple[str, ...], expected: str) -> None:
    assert kinds(*lines) == expected
