"""Block quotations."""

import pytest

from onrecord.attribute import find_quotations
from onrecord.date import find_dates
from onrecord.model import Block, BlockKind, Document, Person, Quotation, Span

PEOPLE = (Person(name="Maren Tolvey"),)


def find_in(*paragraphs: str) -> tuple[Quotation, ...]:
    """The quotations of paragraphs; one that begins with `> ` is a block quotation."""
    blocks = []
    text = ""
    for paragraph in paragraphs:
        words = paragraph.removeprefix("> ")
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        kind: BlockKind = "quote" if paragraph.startswith("> ") else "paragraph"
        blocks.append(Block(kind=kind, span=Span(start=start, end=len(text))))
    doc = Document(id="d1", version="v1", source="0", form="article", title="", text=text, blocks=tuple(blocks))
    return find_quotations(doc, people=PEOPLE, dates=find_dates(text))


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("In 2004 Maren Tolvey told the guild:", "> The quay rises.", "It rained."),
        ("> The quay rises.", "— Maren Tolvey, 2004"),
        ("> The quay rises.", "> — Maren Tolvey, 2004"),
        ("> The quay rises. — Maren Tolvey, 2004",),
        ("> The quay rises. [Maren Tolvey, 2004]",),
        ("> “The quay rises.” — Maren Tolvey, 2004",),
        ("> “The quay rises.” [Maren Tolvey, 2004]",),
    ],
)
def test_a_block_quotation_has_the_claim_above_below_or_inside_it(paragraphs: tuple[str, ...]) -> None:
    (quotation,) = find_in(*paragraphs)
    assert quotation.text == "The quay rises."
    assert (quotation.by, quotation.on and quotation.on.edtf) == ("Maren Tolvey", "2004")
    assert quotation.opened
    assert quotation.closed


def test_paragraphs_of_a_block_quotation_are_one_quotation() -> None:
    (quotation,) = find_in("> The quay rises.", "> The “lamps” burn.", "It rained.")
    assert (quotation.text, quotation.breaks) == ("The quay rises. The “lamps” burn.", ())
    assert len(quotation.pieces) == 2


def test_a_block_with_several_marks_is_quoted_as_a_whole() -> None:
    (quotation,) = find_in("> “The quay,” she said, “rises.”")
    assert quotation.text == "“The quay,” she said, “rises.”"
