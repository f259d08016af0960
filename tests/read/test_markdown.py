import pytest

from onrecord.model import Office
from onrecord.read.markdown import is_markdown, read_markdown


def pieces(source: str) -> list[tuple[str, str]]:
    """Each run of the text beside the characters of the source that it is said to come from."""
    sheet = read_markdown(source, Office())
    return [
        (piece.text, source[piece.source : piece.source + len(piece.text)] if piece.source >= 0 else "")
        for paragraph in sheet.paragraphs
        for piece in paragraph.pieces
    ]


def test_the_address_says_what_is_markdown() -> None:
    assert is_markdown("a/B.MD")
    assert is_markdown("https://harbour.example/a.markdown?raw=1")
    assert not is_markdown("a.md.txt")


@pytest.mark.parametrize(
    "source",
    ["# A *b* c", "a [b](c) b", "a\r\nb", "> a\n> b", "- a\n  b\n- c", "a `b` c", "```\na\n b\n```", "a ![b](c) b"],
)
def test_every_run_is_mapped_to_its_own_characters(source: str) -> None:
    assert all(text == origin for text, origin in pieces(source) if origin)
    assert any(origin for _, origin in pieces(source))


def test_a_word_in_a_links_target_is_not_taken_for_the_word_behind_it() -> None:
    source = "[quay](lamp/x) lamp"
    (paragraph,) = read_markdown(source, Office()).paragraphs
    assert [(piece.text, piece.source) for piece in paragraph.pieces] == [("quay", 1), (" lamp", 14)]


def test_escapes_and_entities_are_put_in_by_the_reader() -> None:
    assert pieces("3 \\* 4 &amp; 5") == [("3 ", "3 "), ("*", ""), (" 4 ", " 4 "), ("&", ""), (" 5", " 5")]


def test_nested_quotations_and_lists_take_the_inner_kind() -> None:
    sheet = read_markdown("> - a\n>\n> b\n\nc", Office())
    assert [(paragraph.kind, paragraph.text) for paragraph in sheet.paragraphs] == [
        ("list-item", "a"),
        ("quote", "b"),
        ("paragraph", "c"),
    ]


def test_a_header_line_is_blanked_and_offsets_hold() -> None:
    source = "title=Quay\n\nA town without bread.\n"
    sheet = read_markdown(source, Office(header="title=(?P<title>.*)"))
    assert [fact.text for fact in sheet.facts] == ["Quay"]
    assert [(p.text, p.pieces[0].source) for p in sheet.paragraphs] == [("A town without bread.", 12)]
