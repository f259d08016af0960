from onrecord.model import Segment
from onrecord.read.assembly import assemble
from onrecord.read.lines import split_lines
from onrecord.read.paragraphs import build_paragraphs


def segments(source: str) -> tuple[Segment, ...]:
    return assemble(build_paragraphs(split_lines(source)), source).segments


def test_runs_that_the_source_has_too_are_one_segment() -> None:
    source = "A town without a quay.\n\nA town without bread.\n\nGo home."
    assert segments(source) == (Segment(text_start=0, source_start=0, length=len(source)),)


def test_what_was_dropped_or_put_in_parts_the_segments() -> None:
    assert segments("  Quay.\nBread.") == (
        Segment(text_start=0, source_start=2, length=5),
        Segment(text_start=7, source_start=8, length=6),
    )
