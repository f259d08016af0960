"""The room as a whole: the cases of `tests/cases/attribute`, the real essay, and what holds for any text."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribute import find_quotations
from onrecord.date import find_dates
from onrecord.model import Document, Person, Quotation

CASES = Path(__file__).parents[1] / "cases" / "attribute"
# Where each begins and ends in the file; checked by eye.
SPANS = [
    (732, 1067),
    (1084, 1149),
    (1168, 1327),
    (1345, 1715),
    (1890, 1943),
    (1965, 2292),
    (2310, 3015),
    (3032, 3128),
    (3146, 3619),
    (3637, 4148),
    (4276, 4482),
    (4500, 5516),
    (5535, 5689),
    (5712, 5916),
    (5978, 6241),
    (6379, 7124),
    (7268, 7467),
    (7486, 7936),
]
ESSAY = Path("seeds") / "004_e75f669c3e614d04.txt"
PEOPLE = (
    Person(name="Maren Tolvey", aliases=("Harbour Master Tolvey",), titles=("the Harbour Master",)),
    Person(name="Jon Arkwright"),
    Person(name="Edda Arkwright"),
    Person(name="Hal Selwick"),
)


class Case(NamedTuple):
    title: str
    text: str
    expected: list[str]


def read_cases() -> Iterator[Case]:
    for path in (CASES / "article.txt", CASES / "essay.txt"):
        for chunk in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
            title, _, rest = chunk.partition("\n--- input\n")
            text, _, expected = rest.partition("\n--- expected")
            yield Case(f"{path.stem}: {title}", text, [line for line in expected.split("\n") if line])


def find_in(text: str) -> tuple[Quotation, ...]:
    doc = Document(id="d1", version="v1", source="0", form="article", title="", text=text)
    return find_quotations(doc, people=PEOPLE, dates=find_dates(text))


def describe(text: str, quotation: Quotation) -> str:
    words = ""
    length = 0
    for piece in quotation.pieces:
        if words:
            words += " // " if length in quotation.breaks else " ¶ "
            length += 1
        words += piece.slice(text)
        length += len(piece)
    claims = [
        f"by {quotation.by}" if quotation.by else "",
        f"on {quotation.on.edtf}" if quotation.on else "",
        "" if quotation.opened else "no opening mark",
        "" if quotation.closed else "no closing mark",
    ]
    return " | ".join([words, *filter(None, claims)])


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in read_cases()])
def test_a_text_has_the_quotations_of_its_case(case: Case) -> None:
    assert [describe(case.text, each) for each in find_in(case.text)] == case.expected


def test_a_claim_says_where_it_was_read() -> None:
    text = 'In 2004 Mrs. Tolvey said "the quay rises". “The lamps burn.” [Jon Arkwright, May 17, 2006]'
    said, burn = find_in(text)
    spans = [span.slice(text) for each in (said, burn) for span in (each.by_span, each.on_span) if span]
    assert spans == ["Mrs. Tolvey", "2004", "Jon Arkwright", "May 17, 2006"]
    assert [clue.rule for each in (said, burn) if each.on for clue in each.on.clues] == ["bare-year", "date-phrase"]


def test_the_real_essay_has_eighteen_dated_quotations(shared: Path) -> None:
    text = (shared / ESSAY).read_text(encoding="utf-8")
    quotations = find_in(text)
    dated = [each for each in quotations if each.on]
    assert (len(quotations), len(dated)) == (21, 18)
    assert " ".join(each.on.edtf for each in dated if each.on) == (
        "2020-01-03 2005-08-24 1999-05-24 1996-05-15 2019-11-03 2019-11-03 2014-02-08 2006-08-21 2019-11-03 "
        "2015-09-03 2011-09-17 2011-09-17 2014-03-26 2014-03-26 2009-05-12 2013-04-29 2013-09-26 2004-01-28"
    )
    assert [len(each.pieces) for each in dated] == [2] + [1] * 17
    assert [dated.index(each) for each in dated if not each.opened] == [7, 11]
    assert all(each.closed and not each.by for each in quotations)
    assert [(each.pieces[0].start, each.pieces[-1].end) for each in dated] == SPANS


ALPHABET = [
    "“",
    "”",
    '"',
    "\u2018",
    "\u2019",
    "'",
    "«",
    "»",
    "„",
    "''",
    " ",
    "a",
    "The",
    ",",
    ".",
    "?",
    "\n\n",
    "\n",
    "-",
    "(",
    "]",
]
WORDS = ["said", "she", "Tolvey", "Arkwright", "[Nov 3, 2019]", "[Tolvey, 2004]", "in 2004", "and", "Mr.", "…", "don't"]


@given(st.lists(st.sampled_from(ALPHABET + WORDS), max_size=40).map("".join))
def test_pieces_are_slices_in_order_that_make_up_the_text(text: str) -> None:
    quotations = find_in(text)
    for each in quotations:
        slices = [piece.slice(text) for piece in each.pieces]
        assert each.text == " ".join(slices)
        assert len(each.breaks) < len(slices)
        assert all(each.text[place] == " " for place in each.breaks)
        assert all("\n\n" not in piece for piece in slices)
        assert any(char.isalnum() for char in each.text)
        assert each.by_span is None or each.by
        assert each.on is None or (each.on_span and each.on_span.slice(text) == each.on.clues[0].text)
    pieces = [piece for each in quotations for piece in each.pieces]
    assert all(first.end <= second.start for first, second in pairwise(pieces))


@given(st.text())
def test_any_text_can_be_searched_for_quotations(text: str) -> None:
    assert find_in(text) == find_in(text)


@given(st.lists(st.sampled_from(["The quay", "lamps", "rise, and", "burn."]), min_size=1, max_size=5).map(" ".join))
def test_even_marks_are_found_whatever_their_kind(words: str) -> None:
    for opening, closing in ("“”", '""', "«»", "\u2018\u2019", "„“", "»«"):
        text = f"They said {opening}{words}{closing} and left."
        assert [each.text for each in find_in(text)] == [words]
