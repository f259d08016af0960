"""Rules that the plain-text cases cannot reach."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
import pytest

from onrecord.model import Document, Form, Quotation, Trace
from onrecord.trace import Library, build_segment, open_index, trace_quotation

Shelf = Callable[[Iterable[Document]], Library]
WORDS = "We counted the herring barrels twice and found eleven of them empty before the Lent fair."


def trace(folder: Path, library: Library, count: int, quotation: Quotation) -> Trace:
    build_segment(folder / "s", [(number, library.get_document(number)) for number in range(count)])
    return trace_quotation(quotation, open_index([folder / "s"]), library)


@pytest.mark.parametrize("form", ["transcript", "article"])
def test_a_passage_without_a_speaker_does_not_clear_a_misattribution(
    form: Form, tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    named = make_speech("a", WORDS, speaker="Piet Olm")
    unnamed = msgspec.structs.replace(make_speech("b", WORDS, speaker=""), form=form)
    mayor = make_speech("c", "Not a word of herring.")
    found = trace(tmp_path, make_shelf([named, unnamed, mayor]), 3, Quotation(text=WORDS, by="Thorn"))
    assert len(found.passages) == 2
    assert "misattributed" in {flag.code for flag in found.flags}


def test_a_short_line_of_a_name_that_the_record_does_not_know_accuses_nobody(
    tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    quotation = Quotation(text="We counted the herring barrels twice", by="Winston Smith")
    found = trace(tmp_path, make_shelf([make_speech("a", WORDS)]), 1, quotation)
    assert found.verdict == "verbatim"
    assert "misattributed" not in {flag.code for flag in found.flags}
    assert "The record knows nobody by the name Winston Smith." in found.sentence


def test_words_of_two_others_are_misattributed_and_both_are_named(
    tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    documents = [
        make_speech("a", WORDS, speaker="Piet Olm"),
        make_speech("b", WORDS, speaker="Ulla Brandt", date="2012-05-06"),
    ]
    found = trace(tmp_path, make_shelf(documents), 2, Quotation(text=WORDS, by="Thorn"))
    (flag,) = [flag for flag in found.flags if flag.code == "misattributed"]
    assert 'by Piet Olm, in "a", on 4 March 2011 and by Ulla Brandt, in "b", on 6 May 2012' in flag.evidence


def test_a_transcript_answers_before_a_report(
    tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    report = msgspec.structs.replace(make_speech("a", WORDS, date="2001-01-01"), form="report")
    found = trace(tmp_path, make_shelf([report, make_speech("b", WORDS)]), 2, Quotation(text=WORDS))
    assert [passage.document for passage in found.passages] == ["db", "da"]
    assert "reported-only" not in {flag.code for flag in found.flags}
    assert "earlier-use" in {flag.code for flag in found.flags}


def test_a_hidden_version_is_no_passage(
    tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    shelf = make_shelf([make_speech("a", WORDS), make_speech("b", WORDS)])
    build_segment(tmp_path / "s", [(number, shelf.get_document(number)) for number in range(2)])
    found = trace_quotation(Quotation(text=WORDS), open_index([tmp_path / "s"], hidden=frozenset({0})), shelf)
    assert [passage.document for passage in found.passages] == ["db"]


def test_no_place_reaches_over_the_border_of_two_documents(
    tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    between = " ".join(f"filler{number}" for number in range(40))
    first = make_speech("a", "Nothing of note was said. The pilots counted every herring barrel")
    second = make_speech("b", "before the Lent fair opened at noon. Nothing else was said.")
    words = f"The pilots counted every herring barrel {between} before the Lent fair opened at noon."
    found = trace(tmp_path, make_shelf([first, second]), 2, Quotation(text=words))
    assert found.verdict in {"absent", "spliced"}


SPOKEN = "We will not sell the eastern pier to any bidder, and we shall mend its planks before winter."


@pytest.mark.parametrize("by", ["", "Thorn", "Piet Olm"])
@pytest.mark.parametrize("articles", [1, 3, 40])
def test_an_article_does_not_clear_words_that_the_transcript_denies(
    by: str, articles: int, tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    false = SPOKEN.replace("will not sell", "will sell")
    printed = [
        msgspec.structs.replace(make_speech(f"a{number}", false, speaker=""), form="article")
        for number in range(articles)
    ]
    found = trace(
        tmp_path, make_shelf([*printed, make_speech("t", SPOKEN)]), articles + 1, Quotation(text=false, by=by)
    )
    assert found.verdict == "altered"
    assert [edit.kind for edit in found.edits] == ["negation"]
    assert [passage.document for passage in found.passages][:2] == ["dt", "da0"]
    assert "reported-only" not in {flag.code for flag in found.flags}


def test_words_of_an_article_alone_are_only_reported(
    tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    article = msgspec.structs.replace(make_speech("a", WORDS, speaker=""), form="article")
    found = trace(tmp_path, make_shelf([article, make_speech("t", SPOKEN)]), 2, Quotation(text=WORDS))
    assert found.verdict == "verbatim"
    assert {flag.code for flag in found.flags} == {"reported-only"}


def test_copies_differ_whatever_an_article_prints(
    tmp_path: Path, make_speech: Callable[..., Document], make_shelf: Shelf
) -> None:
    article = msgspec.structs.replace(make_speech("a", WORDS, speaker=""), form="article")
    slip = make_speech("c", WORDS.replace("barrels", "kegs"))
    found = trace(tmp_path, make_shelf([article, make_speech("t", WORDS), slip]), 3, Quotation(text=WORDS))
    assert found.verdict == "verbatim"
    assert found.passages[0].document == "dt"
    assert "copies-differ" in {flag.code for flag in found.flags}
