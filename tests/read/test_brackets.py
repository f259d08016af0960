import pytest

from onrecord.read.brackets import find_brackets


def show(text: str) -> list[tuple[str, str]]:
    return [(mark.kind, mark.span.slice(text)) for mark in find_brackets(text).marks]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("[T]he quay", [("editorial", "[T]")]),
        ("a [b [c] d] e", [("editorial", "[b [c] d]")]),
        ("a] b [c", []),
        ("a [b\n\nc] d", []),
        ("a [b [c] d", [("editorial", "[c]")]),
        ("the year 1332 [19 August 1953]", [("date", "[19 August 1953]")]),
        ("in the year [1833]", [("editorial", "[1833]")]),
        ("“pay” [1833]", [("editorial", "[1833]")]),
        ("“pay” (May 17, 2004)", [("date", "(May 17, 2004)")]),
        ("the fair (May 17, 2004)", []),
        ("“pay” [Tolvey, 2004]", [("date", "[Tolvey, 2004]")]),
        ("the road [Tolvey, 2004]", [("editorial", "[Tolvey, 2004]")]),
        ("(4:76) [Quran 4:76)", [("scripture", "[Quran 4:76)")]),
        ("[see (Quran 4:76)]", [("editorial", "[see (Quran 4:76)]")]),
        ("she came (Applause) and went", [("stage-direction", "(Applause)")]),
    ],
)
def test_brackets_are_told_apart(text: str, marks: list[tuple[str, str]]) -> None:
    assert show(text) == marks


def test_brackets_that_are_not_closed_are_one_finding() -> None:
    (finding,) = find_brackets("a [b\n\nc [d [e] f").findings
    assert (finding.code, finding.level) == ("read-bracket-unclosed", "note")
    assert finding.where.span is not None
    assert finding.where.span.start == 2
    assert find_brackets("“no.” (Quran, 26:61] [Quran 4:76) [yes]").findings == ()
