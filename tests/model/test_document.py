from onrecord.model import Document, Span, Turn


def test_a_span_finds_the_turn_that_holds_it() -> None:
    first = Turn(speaker="TOLVEY", span=Span(start=8, end=20), label=Span(start=0, end=7))
    second = Turn(speaker="BRANDT", span=Span(start=30, end=40), label=Span(start=22, end=29))
    doc = Document(id="d1", version="v1", source="", form="transcript", title="", text="", turns=(first, second))
    assert doc.find_turn(Span(start=8, end=20)) == first
    assert doc.find_turn(Span(start=31, end=33)) == second
    assert [doc.find_turn(Span(start=start, end=end)) for start, end in ((0, 3), (15, 35), (21, 25), (39, 41))] == [
        None
    ] * 4
