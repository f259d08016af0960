import datetime as dt
from collections.abc import Callable

from onrecord.model import Dating, Document
from onrecord.trace.claim import Claim
from onrecord.trace.heads import to_head

YEAR = Dating(earliest=dt.date(2011, 1, 1), latest=dt.date(2011, 12, 31), precision="year")


def test_a_document_meets_a_claim_of_its_date_and_speaker(make_speech: Callable[..., Document]) -> None:
    head = to_head(0, make_speech("d", "We mend the pier.", speaker="Adele Thorn", date="2011-03-04"))
    assert Claim(by="Thorn", speakers=frozenset({"Adele Thorn"}), on=YEAR).meets(head)
    assert Claim(on=YEAR).meets(head)
    assert not Claim(by="Olm", speakers=frozenset({"Piet Olm"}), on=YEAR).meets(head)
    assert not Claim(by="Thorn", speakers=frozenset({"Adele Thorn"})).meets(head)


def test_what_is_claimed_ranks_before_what_is_early(make_speech: Callable[..., Document]) -> None:
    early = to_head(0, make_speech("a", "We mend the pier.", speaker="Piet Olm", date="2001-03-04"))
    claimed = to_head(1, make_speech("b", "We mend the pier.", speaker="Adele Thorn", date="2011-03-04"))
    claim = Claim(by="Thorn", speakers=frozenset({"Adele Thorn"}), on=YEAR)
    assert claim.rank(claimed) < claim.rank(early)
    assert Claim().rank(early) < Claim().rank(claimed)
