"""What must hold for any words."""

import random
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Document, Quotation, Trace
from onrecord.trace import Index, Library, build_segment, open_index, trace_quotation
from onrecord.trace.words import find_words

VERBS = ["delete", "replace", "insert", "swap", "ellipsis", "bracket"]


@pytest.fixture(scope="module")
def texts(shelf: Library) -> list[str]:
    return [shelf.get_text(number) for number in range(7)]


def apply_edits(trace: Trace, passage: int) -> list[str]:
    """The words of the part of the quotation that stands in a passage, with every edit undone."""
    text = trace.quotation.text
    span = trace.passages[passage].quotation_span
    edits = [edit for edit in trace.edits if edit.passage == passage]
    for edit in sorted(edits, key=lambda edit: edit.quotation_span, reverse=True):
        start, end = edit.quotation_span.start, edit.quotation_span.end
        text = f"{text[:start]} {edit.source} {text[end:]}"
        if start < span.end:
            span = type(span)(start=span.start, end=span.end + len(edit.source) + 2 - (end - start))
    bare = re.sub(r"\[laughter\]|\(1\)", " ", text[span.start : span.end])
    return list(find_words(bare).forms)


def alter(words: list[str], seed: int, verbs: list[str]) -> str:
    chance = random.Random(seed)
    for verb in verbs:
        at = chance.randrange(1, len(words) - 1)
        if verb == "delete":
            del words[at]
        elif verb == "replace":
            words[at] = chance.choice(["not", "harbour", "seventeen", "Brandt", "all"])
        elif verb == "insert":
            words.insert(at, chance.choice(["never", "old", "the", "9"]))
        elif verb == "swap":
            words[at], words[at - 1] = words[at - 1], words[at]
        elif verb == "ellipsis":
            words[at : at + 3] = ["\u2026"]
        else:
            words[at] = "[the council]"
    return " ".join(words)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    number=st.integers(0, 6),
    start=st.floats(0, 0.6),
    length=st.integers(14, 30),
    seed=st.integers(0, 10_000),
    verbs=st.lists(st.sampled_from(VERBS), max_size=4),
)
def test_undoing_the_edits_gives_the_passage(  # noqa: PLR0913, PLR0917
    number: int, start: float, length: int, seed: int, verbs: list[str], index: Index, shelf: Library
) -> None:
    words = shelf.get_text(number).split()
    first = int(start * len(words))
    text = alter(words[first : first + length], seed, verbs)
    trace = trace_quotation(Quotation(text=text), index, shelf)
    for at, passage in enumerate(trace.passages):
        if trace.verdict in {"absent", "ambiguous"} or (at and trace.verdict != "spliced"):
            continue
        source = shelf.get_document(next(n for n in range(7) if shelf.get_document(n).id == passage.document))
        bare = list(source.text)
        for mark in source.marks:
            bare[mark.span.start : mark.span.end] = " " * len(mark.span)
        expected = find_words("".join(bare), passage.span.start, passage.span.end).forms
        assert tuple(apply_edits(trace, at)) == expected


@settings(max_examples=150)
@given(number=st.integers(0, 6), start=st.floats(0, 1), length=st.integers(8, 40))
def test_eight_words_cut_from_a_document_are_verbatim(
    number: int, start: float, length: int, index: Index, shelf: Library
) -> None:
    text = shelf.get_text(number)
    words = find_words(text)
    first = int(start * (len(words) - min(length, len(words))))
    last = min(first + length, len(words)) - 1
    low, high = words.starts[first], words.ends[last]
    trace = trace_quotation(Quotation(text=text[low:high]), index, shelf)
    assert trace.verdict == "verbatim", trace.sentence
    document = shelf.get_document(number).id
    shared = [
        min(high, passage.span.end) - max(low, passage.span.start)
        for passage in trace.passages
        if passage.document == document
    ]
    assert max(shared) >= (high - low) / 2


@settings(max_examples=40)
@given(
    words=st.lists(st.sampled_from(["the", "of", "and", "to", "pier"]), min_size=8, max_size=14),
    repeats=st.integers(1, 40),
)
def test_even_common_words_are_found_where_they_stand(
    words: list[str],
    repeats: int,
    make_speech: Callable[..., Document],
    make_shelf: Callable[[Iterable[Document]], Library],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    phrase = " ".join(words)
    speeches = [make_speech(f"s{number}", f"Number {number}x said: {phrase}, and left.") for number in range(repeats)]
    folder = tmp_path_factory.mktemp("common") / "segment"
    build_segment(folder, enumerate(speeches))
    trace = trace_quotation(Quotation(text=phrase), open_index([folder]), make_shelf(speeches))
    assert trace.verdict == "verbatim"
    assert len(trace.passages) == repeats


def test_the_order_of_adding_changes_nothing(
    shelf: Library, tmp_path: Path, make_shelf: Callable[[Iterable[Document]], Library], texts: list[str]
) -> None:
    documents = [shelf.get_document(number) for number in range(7)]
    orders = [documents, documents[::-1], documents[3:] + documents[:3]]
    answers = []
    for order_number, order in enumerate(orders):
        folders = [tmp_path / f"{order_number}-{half}" for half in range(2)]
        build_segment(folders[0], list(enumerate(order))[:4])
        build_segment(folders[1], list(enumerate(order))[4:])
        index, library = open_index(folders), make_shelf(order)
        answers.append([trace_quotation(quotation, index, library) for quotation in make_quotations(texts)])
    assert answers[0] == answers[1] == answers[2]


def make_quotations(texts: list[str]) -> list[Quotation]:
    chance = random.Random(5)
    quotations = []
    for text in texts:
        words = text.split()
        for verbs in ([], ["replace"], ["delete", "swap"], ["ellipsis"]):
            first = chance.randrange(0, len(words) - 20)
            quotations.append(Quotation(text=alter(words[first : first + 18], chance.randrange(100), list(verbs))))
    return quotations


def test_tracing_twice_gives_the_same(index: Index, shelf: Library, texts: list[str]) -> None:
    for quotation in make_quotations(texts):
        assert trace_quotation(quotation, index, shelf) == trace_quotation(quotation, index, shelf)
