"""Asides, which claim nothing of a quotation."""

import pytest

from onrecord.attribute.asides import blank, find_asides, find_parentheses
from onrecord.attribute.mentions import find_mentions
from onrecord.model import Person

PEOPLE = (Person(name="Maren Tolvey"), Person(name="Jon Arkwright"))


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("Tolvey, who lost the quay in 1953, said:", [", who lost the quay in 1953,"]),
        ("Tolvey's words, which Arkwright liked:", [", which Arkwright liked"]),
        ("Tolvey, who said:", []),
        ("Tolvey, as Arkwright recalls, told the guild:", [", as Arkwright recalls,"]),
        ("Patience is, as Tolvey said,", []),
        ("Tolvey told the guild, Arkwright noted, that", [", Arkwright noted"]),
        ("Tolvey rose, Arkwright said,", []),
    ],
)
def test_what_is_an_aside_before_a_quotation(text: str, asides: list[str]) -> None:
    found = find_asides(text, find_mentions(text, PEOPLE), leads=True)
    assert [span.slice(text).rstrip(",") for span in found] == [aside.rstrip(",") for aside in asides]


def test_after_a_quotation_an_aside_may_end_the_sentence() -> None:
    text = " said Tolvey, as Arkwright recalled in 1999."
    (aside,) = find_asides(text, find_mentions(text, PEOPLE), leads=False)
    assert aside.slice(text) == ", as Arkwright recalled in 1999."


def test_parentheses_count_after_other_words_only() -> None:
    assert [span.slice("Tolvey (2004) said") for span in find_parentheses("Tolvey (2004) said")] == ["(2004)"]
    assert not list(find_parentheses(" (Tolvey, 2004)"))


def test_blanks_keep_every_place() -> None:
    text = "Tolvey (2004) said"
    assert blank(text, tuple(find_parentheses(text))) == "Tolvey        said"
