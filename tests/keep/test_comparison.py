import msgspec
from hypothesis import given
from hypothesis import strategies as st

from onrecord.keep.comparison import compare_documents
from onrecord.model import Comparison, Document

LINE = "We shall rebuild it stone by stone, because a town without a quay is a town without bread."


def build(text: str, title: str = "At the quay") -> Document:
    return Document(id="d1", version=f"v{len(text)}", source="", form="transcript", title=title, text=text)


def compare(before: str, after: str) -> Comparison:
    return compare_documents(build(before), build(after))


def test_a_word_that_was_changed_stands_on_both_sides() -> None:
    (change,) = compare(LINE, LINE.replace("bread", "beer")).changes
    assert (change.removed, change.added) == ("bread", "beer")
    assert change.before_span.slice(LINE) == "bread"


def test_words_added_have_an_empty_place_before() -> None:
    (change,) = compare(LINE, LINE.replace("stone by", "dry stone by")).changes
    assert (change.removed, change.added, len(change.before_span)) == ("", "dry", 0)


def test_words_removed_have_an_empty_place_after() -> None:
    (change,) = compare(LINE, LINE.replace(" without a quay", "")).changes
    assert (change.removed, change.added) == ("without a quay", "")


def test_typography_is_counted_and_no_change() -> None:
    comparison = compare(LINE, LINE.replace("stone,", "STONE;").replace("town without a", "town  without\na"))
    assert (comparison.changes, comparison.typography) == ((), 2)


def test_a_field_that_is_read_otherwise_is_restated() -> None:
    (restated,) = compare_documents(build(LINE), build(LINE, title="On the quay")).restated
    assert (restated.field, restated.before, restated.after) == ("title", "At the quay", "On the quay")


TEXTS = st.text(alphabet="ab \n.\u2019Q7", max_size=40)


@given(TEXTS, TEXTS)
def test_every_change_slices_to_its_words(before: str, after: str) -> None:
    for change in compare(before, after).changes:
        assert change.before_span.slice(before) == change.removed
        assert change.after_span.slice(after) == change.added
        assert change.removed or change.added


def test_the_noun_goes_through_json() -> None:
    comparison = compare(LINE, LINE.upper() + " Amen.")
    assert msgspec.json.decode(msgspec.json.encode(comparison), type=Comparison) == comparison
