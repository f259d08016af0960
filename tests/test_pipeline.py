"""All stages together: documents that are narrated, their voices, and drafts that are reports."""

from pathlib import Path

from onrecord.model import Document, Office, Person
from onrecord.pipeline import read_documents, read_quotations

REPORT = """The Harbour Office

Harbour Master meets keepers:

In a meeting on March 3, 2011, with Mr. Odo al-Brandt, the Keeper of the Marrow Lamps, and his crew, Captain Maren
 Tolvey, the Harbour Master of Port Selwick, praised the keepers. She said, "A keeper's winter has no end."

Praising their lamps, the Harbour Master of Port Selwick said, "A keeper's winter has no end."

After his talk with Captain Tolvey, Mr. Brant said, "The oil is in."

Mr Odo al-Brandt also spoke of ropes, saying, "Her point was that 'ropes are dear.' It's so."

700 /
""".replace("\n ", " ").encode()


def read_seeds(shared: Path, number: str) -> tuple[tuple[Document, ...], list[str]]:
    (path,) = (shared / "seeds").glob(f"{number}_*")
    documents, findings = read_documents(path.read_bytes(), address=path.name)
    return documents, [finding.code for finding in findings]


def count_marks(doc: Document, kind: str) -> int:
    return sum(mark.kind == kind for mark in doc.marks)


def test_a_report_is_dated_and_its_voices_are_apart() -> None:
    (doc,), findings = read_documents(REPORT, address="1.txt")
    assert (doc.form, doc.date.edtf, doc.speaker) == ("report", "2011-03-03", "")
    assert [finding.code for finding in findings] == ["attribute-quotation-twice"]
    assert [(mark.kind, mark.span.slice(doc.text)) for mark in doc.marks] == [
        ("quotation", "A keeper's winter has no end."),
        ("quotation", "A keeper's winter has no end."),
        ("quotation", "The oil is in."),
        ("quotation", "Her point was that 'ropes are dear.' It's so."),
        ("nested-quotation", "ropes are dear."),
    ]


def test_a_report_as_a_draft_claims_its_quotations_for_whom_it_names() -> None:
    quotations, findings = read_quotations(REPORT, address="1.txt", people=())
    assert [quotation.by for quotation in quotations] == ["", "Captain Maren Tolvey", "", "Mr. Odo al-Brandt"]
    assert findings == ()


def test_people_of_the_record_go_before_the_names_of_the_report() -> None:
    people = (Person(name="Odo Fenn"), Person(name="Maren Tolvey"))
    quotations, _ = read_quotations(REPORT, address="1.txt", people=people)
    assert [quotation.by for quotation in quotations] == ["", "Maren Tolvey", "", "Mr. Odo al-Brandt"]


def test_a_report_with_a_weekday_alone_has_no_date_and_no_problem() -> None:
    data = REPORT.replace(b"on March 3, 2011,", b"today (Thursday)")
    (doc,), findings = read_documents(data, address="1.txt")
    assert doc.date.precision == "unknown"
    assert [(fact.name, fact.text) for fact in doc.facts[1:]] == [("day", "today (Thursday)")]
    assert [finding.level for finding in findings] == ["note"]


def test_a_message_is_the_words_of_who_signed_it() -> None:
    data = b"Dear keepers,\n\nThe town owes you its ships.\n\nSincerely,\n\nM. Tolvey\n\nPort Selwick, March 3, 2011\n"
    office = Office(people=(Person(name="Maren Tolvey"),))
    (doc,), findings = read_documents(data, address="1.txt", office=office)
    assert (doc.form, doc.speaker, doc.date.edtf, findings) == ("message", "Maren Tolvey", "2011-03-03", ())


def test_without_attribution_nothing_is_marked_as_quoted() -> None:
    data = b'Tides and winds\n\nThe keeper said: "The lamps are lit again tonight."\n'
    for attribution, marked in ((True, 1), (False, 0)):
        (doc,), _ = read_documents(data, address="1.txt", attribution=attribution)
        assert count_marks(doc, "quotation") == marked


def test_a_debate_has_turns_and_no_one_speaker() -> None:
    data = b"ARKWRIGHT: Who pays for the oil?\n\nTOLVEY: The town.\n\nBRANDT: Nobody.\n\nTOLVEY: The town.\n"
    office = Office(people=(Person(name="Maren Tolvey"),))
    (doc,), findings = read_documents(data, address="1.txt", office=office)
    assert (doc.form, doc.speaker, findings) == ("transcript", "", ())
    assert [turn.speaker for turn in doc.turns] == ["ARKWRIGHT", "Maren Tolvey", "BRANDT", "Maren Tolvey"]


def test_the_real_reports_have_their_quotations_and_dates(shared: Path) -> None:
    (first,), codes = read_seeds(shared, "001")
    assert codes == ["attribute-quotation-twice"]
    assert (count_marks(first, "quotation"), first.date.edtf) == (13, "")
    assert [(mark.span.start, mark.span.end) for mark in first.marks if mark.kind == "nested-quotation"] == [
        (4703, 4748)
    ]
    (second,), codes = read_seeds(shared, "002")
    assert codes == []
    assert (count_marks(second, "quotation"), count_marks(second, "nested-quotation")) == (7, 0)
    assert second.date.edtf == "2024-03-26"


def test_the_real_reports_as_drafts(shared: Path) -> None:
    claims = {}
    for number in ("001", "002"):
        (path,) = (shared / "seeds").glob(f"{number}_*")
        quotations, _ = read_quotations(path.read_bytes(), address=path.name, people=())
        claims[number] = [quotation.by.split()[-1] if quotation.by else "" for quotation in quotations]
    subject, guest = "Khamenei", "al-Assad"
    assert claims["001"] == ["", "", subject, subject, subject, "", "", subject, "", "", guest, "", subject]
    assert claims["002"] == [""] * 7
