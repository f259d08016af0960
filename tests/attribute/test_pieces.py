"""Which stretches between marks are one quotation; the cases of `tests/cases/attribute` show the common ones."""

import pytest

from onrecord.attribute.pieces import join_pieces
from onrecord.attribute.stretches import find_stretches
from onrecord.model import Document


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("“The quay,” she said, “rises.”", 2),
        ("“The quay!” she said, “rises.”", 2),
        ("“The quay rises,” she said, “The lamps burn.”", 2),
        ("“The quay rises,” she said, adding, “and burns.”", 1),
        ("“The quay rises.” she said, “and burns.”", 1),
        ("“The quay,” she said; he left, “rises.”", 1),
        ("“The quay,” she said [aside], “rises.”", 1),
        ("“The quay” of “the lamps”", 1),
    ],
)
def test_only_she_said_parts_the_pieces_of_one_quotation(text: str, pieces: int) -> None:
    doc = Document(id="d1", version="v1", source="0", form="article", title="", text=text)
    assert len(join_pieces(text, find_stretches(doc, ()))[0].quoted) == pieces
