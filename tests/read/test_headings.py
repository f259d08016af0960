import pytest

from onrecord.read.headings import find_heading
from onrecord.read.lines import split_lines
from onrecord.read.paragraphs import build_paragraphs


def read_heading(*paragraphs: str) -> dict[str, str] | None:
    heading = find_heading(build_paragraphs(split_lines("\n\n".join((*paragraphs, "Good people of the harbour.")))))
    return {name: span.slice(heading.paragraph.text) for name, span in heading.parts} if heading else None


@pytest.mark.parametrize(
    ("heading", "speaker", "occasion", "date"),
    [
        ("Remarks by Odo Brandt at the Salt Fair - May 3, 2011", "Odo Brandt", "Salt Fair", "May 3, 2011"),
        ("Speech of Odo Brandt to the keepers (2011-05-03)", "Odo Brandt", "keepers", "2011-05-03"),
        ("Lecture by the Master of the Lamps, Odo Brandt, in Upper Marrow: 3rd of May 2011",
         "Master of the Lamps, Odo Brandt", "Upper Marrow", "3rd of May 2011"),
        ("ADDRESS BY ODO BRANDT AT THE SALT FAIR \u2013 3 MAY 2011", "ODO BRANDT", "SALT FAIR", "3 MAY 2011"),
        ("Sermon of Odo Brandt, Tuesday, May 3, 2011", "Odo Brandt", "", "Tuesday, May 3, 2011"),
        ("Odo Brandt's New Year Address to the harbour, 2011-01-01", "Odo Brandt", "harbour", "2011-01-01"),
        ("Transcript: Odo Brandt's full remarks in Upper Marrow", "Odo Brandt", "Upper Marrow", ""),
        ("Transcript of the Keynote Speech by Odo Brandt at a dinner", "Odo Brandt", "dinner", ""),
        ("Dr. Ana de la Cruz's opening remarks at the fair, May 3, 2011", "Dr. Ana de la Cruz", "fair", "May 3, 2011"),
        ("The Master of the Lamps' Address to the keepers", "Master of the Lamps", "keepers", ""),
        ("ODO BRANDT'S SPEECH IN UPPER MARROW, 3 MAY 2011", "ODO BRANDT", "UPPER MARROW", "3 MAY 2011"),
        ("Remarks by Odo Brandt at the Annual Review Conference - 3 May 2011",
         "Odo Brandt", "Annual Review Conference", "3 May 2011"),
    ],
)  # fmt: skip
def test_speaker_occasion_and_date_are_taken_apart(heading: str, speaker: str, occasion: str, date: str) -> None:
    expected = {"speaker": speaker, "occasion": occasion, "date": date}
    assert read_heading(heading) == {name: text for name, text in expected.items() if text}


@pytest.mark.parametrize(
    "paragraph",
    [
        "Keepers meet the Harbour Master:",
        "The speech of the Harbour Master in the loft went on until noon, and nobody left.",
        "“Fair pay”, said the address of Odo Brandt at the fair.",
        "Good people of the harbour",
        "A letter to the council - 3 May 2011",
        '<meta year="1999" title="Master\'s Speech to the keepers"/>',
        "title=Speech of Odo Brandt at the fair - 3 May 2011",
        "Keepers attack Brandt's speech in Upper Marrow",
        "Keepers Attack Brandt's Speech in Upper Marrow, 3 May 2011",
        "Keepers answer Speech of Odo Brandt in Upper Marrow - 3 May 2011",
        "We heard Brandt's speech at the fair, 3 May 2011",
        "Brandt's Speech in Upper Marrow - A Report by Hal Selwick, 4 June 2009",
        "Brandt's Speech in Upper Marrow: Summary, 4 June 2009",
        "Summary of Remarks by the Harbour Master, 3 May 2010",
        "Analysis: Brandt's Speech at the Fair, 3 May 2010",
        "Notes on the Speech of Brandt at the Fair, 3 May 2010",
        "On Brandt's Speech at the Fair, 3 May 2010",
        "A Review of the Speech by Odo Brandt at the fair - 3 May 2011",
    ],
)
def test_other_first_lines_are_no_heading(paragraph: str) -> None:
    assert read_heading(paragraph) is None


def test_a_heading_with_nothing_below_it_is_none() -> None:
    assert find_heading(build_paragraphs(split_lines("Remarks by Odo Brandt at the Salt Fair - May 3, 2011"))) is None
