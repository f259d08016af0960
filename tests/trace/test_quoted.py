import pytest

from onrecord.model import Quotation
from onrecord.trace.quoted import read_quoted


@pytest.mark.parametrize(
    ("text", "forms", "marks"),
    [
        ("we mend \u2026 the pier", "we mend the pier", ["ellipsis 2"]),
        ("we mend . . . the pier", "we mend the pier", ["ellipsis 2"]),
        ("we mend [...] the pier", "we mend the pier", ["ellipsis 2"]),
        ("\u2026 we mend the pier ...", "we mend the pier", []),
        ("we mend [the council] the pier", "we mend the pier", ["bracket 2"]),
        ("we mend [sic] the pier", "we mend the pier", ["sic 2"]),
        ("[W]e mend the pier", "we mend the pier", ["inside 0"]),
        ("we [mend] the pier [today]", "we the pier", ["bracket 1", "bracket 3"]),
        ("we mend the pier. Then we sing", "we mend the pier then we sing", []),
        ("[all of it in brackets]", "all of it in brackets", []),
    ],
)
def test_words_and_marks_are_told_apart(text: str, forms: str, marks: list[str]) -> None:
    quoted = read_quoted(Quotation(text=text))
    assert " ".join(quoted.words.forms) == forms
    assert [f"{mark.kind} {mark.at}" for mark in quoted.marks] == marks


def test_a_break_of_the_writers_words_is_a_mark() -> None:
    quoted = read_quoted(Quotation(text="we mend the pier", breaks=(8,)))
    assert [(mark.kind, mark.at) for mark in quoted.marks] == [("break", 2)]
