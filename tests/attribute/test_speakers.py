"""Whose words a document is."""

import pytest

from onrecord.attribute import resolve_speaker
from onrecord.model import Document, Fact, Form, Office, Person

TOLVEY = Person(name="Maren Tolvey", titles=("the Harbour Master", "the Harbour Master of Port Selwick"))
OFFICE = Office(speaker=TOLVEY, people=(Person(name="Jon Arkwright"), Person(name="Edda Arkwright")))


def build_document(*facts: Fact, form: Form = "transcript") -> Document:
    return Document(id="d1", version="v1", source="0", form=form, title="", text="The quay.", facts=facts)


def heading(text: str) -> Fact:
    return Fact(name="speaker", text=text, origin="heading")


def manifest(text: str) -> Fact:
    return Fact(name="speaker", text=text, origin="manifest")


@pytest.mark.parametrize("form", ["transcript", "message"])
def test_the_speaker_of_the_office_stands_for_its_bare_transcripts_and_messages(form: Form) -> None:
    assert resolve_speaker(build_document(form=form), OFFICE) == ("Maren Tolvey", ())


@pytest.mark.parametrize("form", ["essay", "report", "article", "listing", "subtitles"])
def test_the_words_of_other_forms_are_nobodys(form: Form) -> None:
    assert resolve_speaker(build_document(form=form), OFFICE) == ("", ())


def test_a_transcript_of_which_nothing_says_whose_it_is_has_a_note() -> None:
    speaker, (finding,) = resolve_speaker(build_document(), Office())
    assert (speaker, finding.code, finding.level) == ("", "attribute-speaker-unknown", "note")


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ("the Harbour Master", "Maren Tolvey"),
        ("Mrs. Tolvey", "Maren Tolvey"),
        ("Harbour Master of Port Selwick, Captain Maren\nTolvey", "Maren Tolvey"),
        ("Jon Arkwright", "Jon Arkwright"),
        ("Odd  Marle", "Odd Marle"),
    ],
)
def test_a_stated_speaker_has_the_name_the_office_knows_or_his_own(stated: str, name: str) -> None:
    assert resolve_speaker(build_document(heading(stated), form="article"), OFFICE) == (name, ())


def test_a_name_that_several_bear_is_nobodys_and_a_finding() -> None:
    speaker, (finding,) = resolve_speaker(build_document(heading("Mr. Arkwright")), OFFICE)
    assert (speaker, finding.code) == ("", "attribute-speaker-ambiguous")
    assert "'Mr. Arkwright'" in finding.message


def test_the_manifest_is_followed_where_the_heading_says_otherwise() -> None:
    doc = build_document(heading("the Harbour Master"), manifest("Edda Arkwright"))
    speaker, (finding,) = resolve_speaker(doc, OFFICE)
    assert (speaker, finding.code) == ("Edda Arkwright", "attribute-speaker-conflict")
    assert "'the Harbour Master'" in finding.message
    assert "'Edda Arkwright'" in finding.message


def test_two_facts_that_agree_are_no_conflict() -> None:
    assert resolve_speaker(build_document(heading("Tolvey"), manifest("Maren Tolvey")), OFFICE) == ("Maren Tolvey", ())


def test_an_empty_fact_says_nothing() -> None:
    assert resolve_speaker(build_document(manifest("  ")), OFFICE) == ("Maren Tolvey", ())
