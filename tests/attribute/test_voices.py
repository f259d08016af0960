import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribute import find_quotations, find_repeated, find_voices
from onrecord.model import Document, Quotation


def build(text: str) -> tuple[Document, tuple[Quotation, ...]]:
    doc = Document(id="d1", version="v1", source="", form="report", title="", text=text)
    return doc, find_quotations(doc)


def show(text: str) -> list[tuple[str, str]]:
    doc, quotations = build(text)
    return [(mark.kind, mark.span.slice(text)) for mark in find_voices(doc, quotations)]


def test_straight_single_marks_are_nested_quotations_and_apostrophes() -> None:
    text = (
        "The Harbour Master said, \"Brandt's point was that 'whenever we rest, the keepers' tide wins.' "
        "There's no doubt; it's our crew's rule.\""
    )
    assert show(text) == [("quotation", text[26:-1]), ("nested-quotation", "whenever we rest, the keepers' tide wins.")]


def test_double_marks_nest_too() -> None:
    text = (
        "He wrote, \u201cTell them that \u201cthe tide turns\u201d and \u2018it never waits,\u2019 and be done.\u201d"
    )
    assert [words for kind, words in show(text) if kind == "nested-quotation"] == ["the tide turns", "it never waits,"]


@pytest.mark.parametrize(
    "text",
    [
        "She said that \u2018Operation Clean Quay\u2019 has shown it.",
        "The \u2018March of the 100 Barrows\u2019 began. It's late.",
        "They fear the 'Wind of Marrow' and the tide.",
    ],
)
def test_a_name_in_single_marks_is_no_quotation(text: str) -> None:
    assert show(text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("She said \u2018Never Again\u2019 and left.", "Never Again"),
        ("They want \u2018fair pay\u2019 and oil.", "fair pay"),
        ("He asked, \u2018Who Is There?\u2019", "Who Is There?"),
    ],
)
def test_words_in_single_marks_are_one(text: str, quoted: str) -> None:
    assert show(text) == [("quotation", quoted)]


def test_a_sentence_that_stands_twice_is_two_quotations_and_one_finding() -> None:
    text = (
        'She said, "Everyone must see a keeper\'s winter."\n\nAgain she said, "Everyone must see a keeper\'s winter."'
    )
    doc, quotations = build(text)
    assert len(quotations) == 2
    (finding,) = find_repeated(doc, quotations)
    assert (finding.code, finding.level, finding.where.document) == ("attribute-quotation-twice", "note", "d1")
    assert finding.where.span == quotations[1].pieces[0]


def test_a_phrase_that_stands_twice_is_no_finding() -> None:
    assert find_repeated(*build('"Fair pay," they cried, and again: "Fair pay," and "fair pay."')) == ()


def test_what_the_narrator_says_has_no_mark() -> None:
    assert show("Captain Brandt's crew said that ropes are dear.") == []


SCRAPS = st.sampled_from(
    [
        '"',
        "'",
        "\u201c",
        "\u201d",
        "\u2018",
        "\u2019",
        "said",
        "Tolvey",
        "the keepers'",
        "quay.",
        " ",
        " ",
        "\n\n",
        "\u2013",
        "From",
    ]
)


@given(text=st.lists(SCRAPS, max_size=40).map("".join))
def test_a_nested_quotation_lies_in_the_one_before_it(text: str) -> None:
    doc, quotations = build(text)
    outer = None
    for mark in find_voices(doc, quotations):
        assert 0 <= mark.span.start < mark.span.end <= len(text)
        if mark.kind == "quotation":
            outer = mark.span
        assert outer is not None
        assert outer.holds(mark.span)
    assert len(find_repeated(doc, quotations)) <= len(quotations)
