from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from onrecord.model import Block, Document, Mark, Note, Span
from onrecord.web.typesetting import Stroke, set_document, set_span


def make_document(text: str, **fields: tuple[object, ...]) -> Document:
    return Document(id="d1", version="v1", source="", form="transcript", title="", text=text, **fields)  # type: ignore[arg-type]


TEXT = "The <quay> & the lamps of the harbour"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(start=min(ends), end=max(ends))
)


@given(st.lists(SPANS, max_size=6))
def test_strokes_never_change_the_words(spans: list[Span]) -> None:
    strokes = [Stroke(span=span, kind="hit", ident=f"h{number}") for number, span in enumerate(spans)]
    html = set_span(TEXT, Span(start=0, end=len(TEXT)), strokes)
    assert Markup(html).striptags() == " ".join(TEXT.split())  # noqa: S704 - made by the code under test


def test_sentences_have_anchors_of_their_own() -> None:
    doc = make_document("One. Two.\n\nThree.", blocks=(Block(kind="paragraph", span=Span(start=0, end=9)),))
    first, second = set_document(doc, starts=(0, 5, 11))
    assert first.html == '<span id="p1.s1"></span>One. <span id="p1.s2"></span>Two.'
    assert 'id="p2.s1"' in second.html


def test_text_outside_of_every_block_is_set_too() -> None:
    doc = make_document("one\n\ntwo\n\nthree", blocks=(Block(kind="paragraph", span=Span(start=5, end=8)),))
    assert [leaf.text.strip() for leaf in set_document(doc)] == ["one", "two", "three"]


def test_a_note_and_its_reference_lead_to_each_other() -> None:
    text = "fair pay (1)\n\n(1) silver"
    reference = Span(start=9, end=12)
    doc = make_document(
        text,
        blocks=(
            Block(kind="paragraph", span=Span(start=0, end=12)),
            Block(kind="note", span=Span(start=14, end=24)),
        ),
        marks=(Mark(kind="note-reference", span=reference),),
        notes=(Note(label="1", kind="note", span=Span(start=14, end=24), reference=reference),),
    )
    above, below = set_document(doc)
    assert '<a class="note-reference" id="ref-1" href="#note-1">(1)</a>' in above.html
    assert 'id="note-1"' in below.html
    assert below.back == "#ref-1"
