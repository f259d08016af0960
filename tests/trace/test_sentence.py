from collections.abc import Callable

import pytest

from onrecord.model import Trace

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
            "The railway to the northern mines was finished by soldiers in the year of the great flood.",
            "Not in the record: 7 documents with 550 words by 2 speakers were searched.",
        ),
    ],
)
def test_a_verdict_reads_as_a_sentence(text: str, sentence: str, tracer: Tracer) -> None:
    assert tracer(text).sentence == sentence


def test_a_long_list_of_changes_is_cut_short(tracer: Tracer) -> None:
    text = (
        "The new ship runs on coal and arrives after the bell has started ringing. She will carry three hundred "
        "passengers, twelve bicycles and no smoke at all."
    )
    assert " more changes; Piet Olm, on 17 August 2013" in tracer(text).sentence
