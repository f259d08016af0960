import pytest

from onrecord.errors import BadDate, BadRuling
from onrecord.keep.fields import check_value, get_value, set_value
from onrecord.model import Clue, Dating, Document

DOC = Document(id="d1", version="v1", source="", form="article", title="Lamps", text="", date=Dating())


def test_a_ruled_date_stands_before_the_clues_that_were_read() -> None:
    read = Dating(clues=(Clue(rule="header-year", text="2004"),))
    ruled = set_value(
        Document(id="d", version="v", source="", form="report", title="", text="", date=read), "date", "2006-05"
    )
    assert (ruled.date.edtf, [clue.rule for clue in ruled.date.clues]) == ("2006-05", ["ruling", "header-year"])


@pytest.mark.parametrize("field", ["form", "speaker", "title"])
def test_other_fields_are_set_as_they_are(field: str) -> None:
    value = "report" if field == "form" else "Maren Tolvey"
    assert get_value(set_value(DOC, field, value), field) == value  # type: ignore[arg-type]


def test_a_date_is_kept_in_one_form() -> None:
    assert check_value("date", "Aug 24, 2005") == "2005-08-24"
    assert check_value("date", "2004/2006") == "2004-01-01/2006-12-31"
    assert check_value("date", check_value("date", "2004/2006")) == "2004-01-01/2006-12-31"


def test_what_no_document_can_be_is_refused() -> None:
    with pytest.raises(BadRuling, match="the forms are listing, report"):
        check_value("form", "sermon")
    with pytest.raises(BadRuling, match="the title is empty"):
        check_value("title", "  ")
    with pytest.raises(BadDate, match="cannot read"):
        check_value("date", "soon")
