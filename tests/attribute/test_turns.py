from onrecord.attribute import resolve_speaker, resolve_turns
from onrecord.model import Document, Fact, Form, Office, Person, Span, Turn

PEOPLE = (Person(name="Maren Tolvey", titles=("the Harbour Master",)), Person(name="Odo Brandt"))


def build(*speakers: str, stated: str = "", form: Form = "transcript") -> Document:
    span = Span(start=0, end=0)
    turns = tuple(Turn(speaker=speaker, span=span, label=span) for speaker in speakers)
    facts = (Fact(name="speaker", text=stated, origin="manifest"),) if stated else ()
    return Document(id="d1", version="v1", source="", form=form, title="", text="", turns=turns, facts=facts)


def resolve(*speakers: str, stated: str = "", office: Office | None = None) -> tuple[str, list[str]]:
    speaker, findings = resolve_speaker(build(*speakers, stated=stated), office or Office(people=PEOPLE))
    return speaker, [finding.code for finding in findings]


def test_a_label_becomes_the_name_of_the_one_person_whom_it_means() -> None:
    doc = build("TOLVEY", "Capt. BRANDT", "SELWICK", "The Harbour Master", "QUESTION", "")
    names = [turn.speaker for turn in resolve_turns(doc, PEOPLE)]
    assert names == ["Maren Tolvey", "Capt. BRANDT", "SELWICK", "Maren Tolvey", "QUESTION", ""]


def test_a_conversation_of_several_people_has_no_one_speaker() -> None:
    assert resolve("TOLVEY", "BRANDT", "TOLVEY") == ("", [])
    assert resolve("TOLVEY", "BRANDT", stated="Maren Tolvey") == ("", ["attribute-speaker-several"])
    assert resolve("TOLVEY", "BRANDT", office=Office(speaker=PEOPLE[0])) == ("", [])


def test_questions_and_calls_from_the_hall_leave_a_speech_to_its_speaker() -> None:
    assert resolve("The President", "Audience members", "", stated="Odo Brandt") == ("Odo Brandt", [])
    assert resolve("Q", "A", "Q", office=Office(speaker=PEOPLE[0])) == ("Maren Tolvey", [])


def test_the_one_person_whom_the_labels_name_is_the_speaker_where_nothing_else_says_so() -> None:
    assert resolve("TOLVEY", "AUDIENCE") == ("TOLVEY", [])
    assert resolve("Q", "A") == ("", ["attribute-speaker-unknown"])
