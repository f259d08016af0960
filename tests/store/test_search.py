import pytest

from onrecord.errors import BadQuery
from onrecord.store.search import parse_query


@pytest.mark.parametrize(
    ("query", "parsed"),
    [
        ("quay", '"quay"'),
        ('"old quay" bread', '"old quay" "bread"'),
        ("“old quay”", '"old quay"'),
        ("mason*", '"mason"*'),
        ("don't OR (x)", '"don\'t" "OR" "(x)"'),
        ("- quay", '"quay"'),
    ],
)
def test_words_and_phrases_are_all_taken_literally(query: str, parsed: str) -> None:
    assert parse_query(query) == parsed


@pytest.mark.parametrize("query", ["", "  ", "*", '""', '"old quay', "..."])
def test_what_cannot_be_searched_says_so(query: str) -> None:
    with pytest.raises(BadQuery, match="cannot search for"):
        parse_query(query)
