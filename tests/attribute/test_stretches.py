"""Stretches between marks, each with the bracket behind it."""

import pytest

from onrecord.attribute.brackets import find_bracketed_claims
from onrecord.attribute.stretches import find_stretches
from onrecord.date import find_dates
from onrecord.model import Document


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("“a” [May 3, 2004]", ["[May 3, 2004]"]),
        ("“a”. (Tides 4:76), [May 3, 2004]", ["[May 3, 2004]"]),
        ("“a” [emphasis added] [May 3, 2004]", ["[May 3, 2004]"]),
        ("“a” [sic]. [our translation]; [May 3, 2004]", ["[May 3, 2004]"]),
        ("“a” or so [May 3, 2004]", [""]),
        ("“a” [sic] or so [May 3, 2004]", [""]),
        ("“a” [sic] “b” [May 3, 2004]", ["", "[May 3, 2004]"]),
    ],
)
def test_a_bracket_belongs_to_the_stretch_right_before_it(text: str, claims: list[str]) -> None:
    doc = Document(id="d1", version="v1", source="0", form="article", title="", text=text)
    found = find_stretches(doc, find_bracketed_claims(text, people=(), dates=find_dates(text)))
    assert [each.claim.span.slice(text) if each.claim else "" for each in found] == claims
