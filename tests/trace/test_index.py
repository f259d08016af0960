from pathlib import Path

import numpy as np

from onrecord.model import Document
from onrecord.trace import build_segment, open_index
from onrecord.trace.grams import hash_grams
from onrecord.trace.seeds import find_seeds
from onrecord.trace.words import to_codes

WORDS = ("the", "quay", "is", "old")


def build(number: int, text: str) -> tuple[int, Document]:
    return number, Document(id=f"d{number}", version=f"v{number}", source="", form="transcript", title="", text=text)


def test_what_is_hidden_makes_no_words_common(tmp_path: Path) -> None:
    build_segment(tmp_path / "one", [build(1, "The quay is old."), build(2, "The quay is old and grey.")])
    build_segment(tmp_path / "two", [build(3, "The lamps are lit.")])
    codes = to_codes(WORDS)
    index = open_index([tmp_path / "one", tmp_path / "two"], hidden=frozenset({1, 9}))
    assert index.words == 10
    assert index.count_words(codes).tolist() == [2, 1, 1, 1]
    assert index.count_hidden_grams(hash_grams(codes)).tolist() == [1, 1]
    assert find_seeds(codes, index).counts.tolist() == [1, 1]
    assert find_seeds(codes, index, gaps=[2]).counts.tolist() == [0, 0]


def test_where_nothing_is_hidden_all_is_counted(tmp_path: Path) -> None:
    build_segment(tmp_path / "one", [build(1, "The quay is old."), build(2, "The quay is old and grey.")])
    index = open_index([tmp_path / "one"])
    codes = to_codes(WORDS)
    assert index.words == 10
    assert np.array_equal(index.count_words(codes), [2, 2, 2, 2])
    assert find_seeds(codes, index).counts.tolist() == [2, 2]
