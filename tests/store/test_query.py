import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadQuery
from onrecord.store.query import parse_query


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("quay", '"quay"'),
        ('"old quay" bread', '("old quay" AND "bread")'),
        ("“old quay”", '"old quay"'),
        ("mason*", '"mason" *'),
        ('"old qua"*', '"old qua" *'),
        ("don't and (x)", '("don\'t" AND "and" AND "x")'),
        ("- quay", '"quay"'),
        ("quay OR pier bread", '("quay" OR ("pier" AND "bread"))'),
        ("(quay OR pier) bread", '(("quay" OR "pier") AND "bread")'),
        ("bread quay NOT stone", '("bread" AND ("quay" NOT "stone"))'),
        ("quay NEAR/5 bread", 'NEAR("quay" "bread", 5)'),
        ('quay NEAR "fair pay"', 'NEAR("quay" "fair pay", 10)'),
    ],
)
def test_a_query_is_understood(query: str, match: str) -> None:
    assert parse_query(query).match == match


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("old quay", "“old” and “quay”"),
        ("mason*", "“mason…”"),
        ("quay NEAR/5 bread NOT stone", "“quay” and “bread” within 5 words of each other, but not “stone”"),
        ("(quay OR pier) bread", "(“quay” or “pier”) and “bread”"),
    ],
)
def test_a_query_is_said_in_words(query: str, words: str) -> None:
    assert parse_query(query).words == words


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("", "it has no words"),
        ("*", "it has no words"),
        ('""', "it has no words"),
        ("AND", "it has no words"),
        ('"old quay', "a phrase is opened and not closed"),
        ("quay AND", "a word or a phrase is missing after AND"),
        ("OR quay", "a word or a phrase is missing before OR"),
        ("NOT quay", "a word or a phrase is missing before NOT"),
        ("quay NEAR/3", "a word or a phrase is missing after NEAR/3"),
        ("(quay", "a bracket is opened and not closed"),
        ("quay)", "a bracket is closed and not opened"),
        ("quay ()", r"a word or a phrase is missing before \)"),
        ("quay NEAR (a OR b)", "NEAR stands between words or phrases, not brackets"),
        ("quay " * 61, "it has more than 60 words"),
        ("q" * 1001, "it has more than 1,000 characters"),
        ("(" * 30 + "quay" + ")" * 30, "more than 20 brackets stand in each other"),
    ],
)
def test_what_cannot_be_parsed_says_why(query: str, reason: str) -> None:
    with pytest.raises(BadQuery, match=f"cannot search for .*: {reason}"):
        parse_query(query)


@given(st.text(alphabet='ab "()*\x00NEARDOT/1-é“”:^+{}', max_size=40))
def test_whatever_is_understood_is_understood_by_sqlite(query: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE fulltext USING fts5(title, text)")
    try:
        match = parse_query(query).match
    except BadQuery:
        return
    db.execute("SELECT * FROM fulltext WHERE fulltext MATCH ?", (match,)).fetchall()
    db.close()
