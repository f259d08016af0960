import datetime as dt

import pytest

from onrecord.model import Dating
from onrecord.trace.dates import write_date

DAY = dt.date(2005, 8, 24)


@pytest.mark.parametrize(
    ("dating", "words"),
    [
        (Dating(earliest=DAY, latest=DAY, precision="day"), "on 24 August 2005"),
        (Dating(earliest=dt.date(2005, 8, 1), latest=dt.date(2005, 8, 31), precision="month"), "in August 2005"),
        (Dating(earliest=dt.date(2005, 1, 1), latest=dt.date(2005, 12, 31), precision="year"), "in 2005"),
        (Dating(), "at an unknown date"),
        (Dating(latest=DAY), "before 24 August 2005"),
        (
            Dating(earliest=DAY, latest=dt.date(2005, 8, 30), precision="interval"),
            "between 24 August 2005 and 30 August 2005",
        ),
    ],
)
def test_a_date_is_written_as_it_is_said(dating: Dating, words: str) -> None:
    assert write_date(dating) == words
