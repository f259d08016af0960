import pytest

from onrecord.trace.kinds import count_negations, find_kind, is_number

KNOWN = frozenset(
    [
        "can",
        "now",
        "not",
        "note",
        "pier",
        "boat",
        "boats",
        "the",
        "a",
        "may",
        "must",
        "all",
        "some",
        "sell",
        "mend",
        "is",
        "3",
        "8",
        "never",
        "always",
    ]
)


@pytest.mark.parametrize(
    ("quoted", "source", "kind"),
    [
        ("", "not", "negation"),
        ("now", "not", "negation"),
        ("always", "never", "negation"),
        ("uot", "not", "spelling"),
        ("can", "can't", "negation"),
        ("8", "3", "number"),
        ("all", "some", "quantifier"),
        ("must", "may", "modality"),
        ("boats", "boat", "inflection"),
        ("a", "the", "function-word"),
        ("sell", "mend", "other"),
        ("don't", "do not", "variant"),
        ("never all", "not some", "quantifier"),
    ],
)
def test_the_strongest_kind_is_named(quoted: str, source: str, kind: str) -> None:
    assert find_kind(quoted.split(), source.split(), names=False, is_known=KNOWN.__contains__) == kind


def test_a_name_is_weaker_than_a_number_and_stronger_than_a_quantifier() -> None:
    assert find_kind(["all"], ["some"], names=True, is_known=KNOWN.__contains__) == "name"
    assert find_kind(["8"], ["3"], names=True, is_known=KNOWN.__contains__) == "number"


def test_negations_are_counted_however_they_are_spelt() -> None:
    assert count_negations(["don't", "mend", "nothing", "without", "you"]) == 3


def test_an_ordinal_that_is_mostly_a_moment_is_no_number() -> None:
    assert is_number("thousand")
    assert is_number("31st")
    assert not is_number("second")
