import pytest

from onrecord.keep.edits import MOST_FINDINGS, find_silent_edits
from onrecord.model import Document, Form, Person

REPORT = (
    "The Harbour Master met the masons of Selwick on 4 May 2006. “We shall rebuild it stone by stone,” she told them. "
    "Later in the day the guests walked along the breakwater and drank tea."
)
TOLVEY = Person(name="Maren Tolvey", titles=("the Harbour Master",))


def build(text: str, form: Form = "article", speaker: str = "") -> Document:
    return Document(id="d1", version="v1", source="", form=form, title="News", text=text, speaker=speaker)


def find(before: str, after: str) -> list[str]:
    return [finding.message for finding in find_silent_edits(build(before), build(after), (TOLVEY,))]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("stone by stone", "brick by brick", "a quotation"),
        ("4 May 2006", "5 May 2006", "a date"),
        ("masons of Selwick", "masons of Brackwater", "a name"),
        ("The Harbour Master", "The council", "a name"),
        ("We shall", "We shall not", "a quotation"),
    ],
)
def test_a_change_of_what_is_quoted_is_a_finding_with_both_sides(old: str, new: str, kind: str) -> None:
    (message,) = find(REPORT, REPORT.replace(old, new))
    before, _, after = message.partition(" became ")
    assert message.startswith(f"{kind} changed without a word")
    assert old.split(maxsplit=1)[0] in before
    assert new.rsplit(maxsplit=1)[-1] in after


@pytest.mark.parametrize(("old", "new"), [("tea", "milk"), ("Later in the day the", "The"), ("walked", "strolled")])
def test_a_change_of_the_narration_is_none(old: str, new: str) -> None:
    assert find(REPORT, REPORT.replace(old, new)) == []


def test_typography_is_no_edit() -> None:
    assert find(REPORT, REPORT.replace("“", '"').replace("”", '"').replace(". ", ".\n\n")) == []


def test_in_a_transcript_every_word_is_quoted() -> None:
    before, after = (build(f"We drank {what}.", "transcript", "Maren Tolvey") for what in ("tea", "milk"))
    (finding,) = find_silent_edits(before, after, ())
    assert finding.code == "version-silent-edit"
    assert finding.where.span is not None
    assert finding.where.span.slice(after.text) == "milk"


def test_a_page_written_anew_is_counted_and_not_listed_to_the_end() -> None:
    before, after = (
        build(" and here ".join(f"{word}{number} stood" for number in range(90)), "message", "A") for word in ("x", "y")
    )
    found = find_silent_edits(before, after, ())
    assert len(found) == MOST_FINDINGS + 1
    assert found[-1].message.startswith("70 more changes")
