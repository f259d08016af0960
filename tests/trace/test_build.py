from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest

from onrecord.model import Document
from onrecord.trace import Library, build_segment, merge_segments
from onrecord.trace import postings as postings_module
from onrecord.trace.segment import Segment
from onrecord.trace.tables import TABLES, hash_tables, open_table
from onrecord.trace.words import find_words, to_codes


def read_tables(folder: Path) -> dict[str, list[int]]:
    return {name: open_table(folder, name).tolist() for name in TABLES}


def test_a_segment_says_what_it_holds(shelf: Library, tmp_path: Path) -> None:
    documents = [(number, shelf.get_document(number)) for number in range(7)]
    info = build_segment(tmp_path / "s", documents)
    assert info.documents == 7
    assert info.sha256 == hash_tables(tmp_path / "s")
    assert set(info.files) == {path.name for path in (tmp_path / "s").iterdir()}
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_merging_gives_the_segment_of_all_documents(shelf: Library, tmp_path: Path) -> None:
    documents = [(number, shelf.get_document(number)) for number in range(7)]
    whole = build_segment(tmp_path / "whole", documents)
    build_segment(tmp_path / "a", documents[:3])
    build_segment(tmp_path / "b", documents[3:])
    assert merge_segments(tmp_path / "m", [tmp_path / "a", tmp_path / "b"]) == whole
    assert read_tables(tmp_path / "m") == read_tables(tmp_path / "whole")


def test_merging_leaves_hidden_documents_out(shelf: Library, tmp_path: Path) -> None:
    documents = [(number, shelf.get_document(number)) for number in range(7)]
    build_segment(tmp_path / "all", documents)
    kept = build_segment(tmp_path / "kept", documents[:2] + documents[3:])
    assert merge_segments(tmp_path / "m", [tmp_path / "all"], hidden=frozenset({2})) == kept


def test_memory_is_spent_in_parts(shelf: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [(number, shelf.get_document(number)) for number in range(7)]
    whole = build_segment(tmp_path / "whole", documents)
    monkeypatch.setattr(postings_module, "PART", 50)
    assert build_segment(tmp_path / "parts", documents) == whole


def test_an_empty_segment_is_a_segment(tmp_path: Path) -> None:
    info = build_segment(tmp_path / "s", [])
    assert (info.documents, info.words) == (0, 0)
    assert Segment(tmp_path / "s").words == 0


def test_nothing_is_left_of_a_build_that_failed(tmp_path: Path, make_speech: Callable[..., Document]) -> None:
    def fail() -> Iterable[tuple[int, Document]]:
        yield 0, make_speech("d", "We mend the pier.")
        raise OSError(message)

    message = "the disk is full"
    with pytest.raises(OSError, match=message):
        build_segment(tmp_path / "s", fail())
    assert not list(tmp_path.iterdir())


def test_words_are_found_again_from_any_place(shelf: Library, tmp_path: Path) -> None:
    build_segment(tmp_path / "s", [(number, shelf.get_document(number)) for number in range(7)])
    segment = Segment(tmp_path / "s")
    for row in range(7):
        base, end = segment.bounds[row], segment.bounds[row + 1] - 1
        for first in range(0, end - base, 7):
            words = segment.read_words(row, shelf.get_text(row), first, first + 40)
            stream = segment.stream[base + first : min(end, base + first + 40)]
            assert np.array_equal(to_codes(words.forms), stream)


def test_the_places_of_a_rare_word_are_all_its_places(shelf: Library, tmp_path: Path) -> None:
    build_segment(tmp_path / "s", [(number, shelf.get_document(number)) for number in range(7)])
    segment = Segment(tmp_path / "s")
    row = int(segment.vocabulary.searchsorted(to_codes(find_words("lamp").forms)[0]))
    places = segment.rare_places[segment.rare_bounds[row] : segment.rare_bounds[row + 1]]
    assert places.tolist() == np.flatnonzero(segment.stream == segment.vocabulary[row]).tolist()[: len(places)]
