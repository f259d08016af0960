from typing import get_args

import pytest

from onrecord.cli.traces import is_sound
from onrecord.model import Flag, FlagCode, Quotation, Searched, Trace, Verdict

SEARCHED = Searched(documents=1, words=1, speakers=1, unreadable=0, lossy=0)
# The exit codes that the design promises.
SOUND = {"verbatim", "same-words", "marked"}
GRAVE = {"misattributed", "misdated", "other-occasion", "omission-turns-meaning"}


def make(verdict: Verdict, *codes: FlagCode) -> Trace:
    flags = tuple(Flag(code=code, evidence="") for code in codes)
    return Trace(quotation=Quotation(text="x"), verdict=verdict, sentence="", searched=SEARCHED, flags=flags)


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_three_verdicts_may_stand(verdict: Verdict) -> None:
    assert is_sound(make(verdict)) == (verdict in SOUND)


@pytest.mark.parametrize("code", get_args(FlagCode))
def test_four_flags_keep_a_verbatim_quotation_from_standing(code: FlagCode) -> None:
    assert is_sound(make("verbatim", "earlier-use", code)) == (code not in GRAVE)
