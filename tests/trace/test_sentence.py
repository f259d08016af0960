import datetime as dt
from collections.abc import Callable

import msgspec
import pytest

from onrecord.model import Quotation, Searched, Trace
from onrecord.trace import Index
from onrecord.trace.case import Case
from onrecord.trace.sentence import write_verdict

Tracer = Callable[..., Trace]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "we shall mend its planks before the winter storms arrive",
            'Word for word Adele Thorn, on 4 March 2011, in "At the new lighthouse".',
        ),
        (
            "The auditors found 8 errors last year and none this year. Some of you asked whether the toll may fall.",
            (
                'Altered: the record has "3" where the quotation has "8", the quotation leaves out "on timber"; '
                'Adele Thorn, on 20 November 2012, in "On the harbour budget".'
            ),
        ),
        (
            "I am proud of the rope makers \u2026 and the children who painted the sheds.",
            (
                'Marked changes only: the record has "the pilots" where the quotation has "\u2026"; '
                'Adele Thorn, on 4 March 2011, in "At the new lighthouse".'
            ),
        ),
        (
            "The council will sell the eastern pier to any bidder, and we shall mend its planks.",
            (
                'Altered: the quotation leaves out "not" (a negation); '
                'Adele Thorn, on 4 March 2011, in "At the new lighthouse".'
            ),
        ),
        (
            "The railway to the northern mines was finished by soldiers in the year of the great flood.",
            "Not in the record: 9 documents with 592 words by 3 speakers were searched.",
        ),
    ],
)
def test_a_verdict_reads_as_a_sentence(text: str, sentence: str, tracer: Tracer) -> None:
    assert tracer(text).sentence == sentence


DAY = dt.date(2011, 3, 4)
ALL = Searched(documents=643, words=9000, speakers=2, unreadable=0, lossy=0)
ONE = Searched(documents=1, words=1, speakers=1, unreadable=0, lossy=0)


@pytest.mark.parametrize(
    ("searched", "sentence"),
    [
        (ONE, "1 document with 1 word by 1 speaker was searched"),
        (
            msgspec.structs.replace(ONE, earliest=DAY, latest=DAY),
            "1 document with 1 word by 1 speaker of 2011 was searched",
        ),
        (
            msgspec.structs.replace(ALL, unreadable=12),
            "643 documents with 9,000 words by 2 speakers were searched; 12 more could not be read",
        ),
    ],
)
def test_what_was_searched_is_said_as_it_is(searched: Searched, sentence: str, index: Index) -> None:
    case = Case(quotation=Quotation(text="x"), passages=(), index=index)
    assert write_verdict("absent", case, (), searched) == f"Not in the record: {sentence}."


def test_one_place_that_may_be_meant_is_named(tracer: Tracer) -> None:
    assert 'the record has such words by Adele Thorn, on 4 March 2011, in "At' in tracer("the first day of").sentence


def test_a_long_list_of_changes_is_cut_short(tracer: Tracer) -> None:
    text = (
        "The new ship runs on coal and arrives after the bell has started ringing. She will carry three hundred "
        "passengers, twelve bicycles and no smoke at all."
    )
    assert " more changes; Piet Olm, on 17 August 2013" in tracer(text).sentence


def test_one_change_more_is_one_change(tracer: Tracer) -> None:
    text = (
        "The new ship runs on coal and arrives after the bell has finished ringing. She will carry three hundred "
        "passengers, eleven bicycles and no smoke at all."
    )
    assert " and 1 more change; Piet Olm, on 17 August 2013" in tracer(text).sentence
