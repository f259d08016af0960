"""Reading dates: predictions for a file of cues, the score, and the speed beside dateparser.

python benchmarks/dates.py predict --cues cues.json --out predictions.json
"""

import argparse
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.date import Habits, find_mentions

# A cue asks for days; a phrase that leaves more than a year open answers nothing.
MOST_DAYS = 366
LUNAR_DOUBT = 2

Interval = tuple[dt.date, dt.date]


def _split(days: Iterable[Interval]) -> Iterator[Interval]:
    """The days one by one, where a lunar day is three: of a contradiction, every day that it can mean is asked for."""
    for start, end in days:
        if (end - start).days > LUNAR_DOUBT:
            yield start, end
        else:
            yield from ((start + dt.timedelta(days=more),) * 2 for more in range((end - start).days + 1))


def predict(cue: dict[str, Any]) -> dict[str, object]:
    """The days that a cue's text speaks of, and whether it contradicts itself."""
    written = dt.date.fromisoformat(cue["document_date"])
    habits = Habits(day_first=cue.get("day_first"))
    mentions = find_mentions(cue["text"], written=(written, written), habits=habits)
    dates: dict[str, None] = {}
    for mention in mentions:
        days = mention.days if mention.is_doubtful else mention.days[:1]
        for start, end in _split(days) if mention.is_doubtful else days:
            if (end - start).days <= MOST_DAYS:
                dates[start.isoformat() if start == end else f"{start}/{end}"] = None
    return {"dates": list(dates), "conflict": any(mention.is_doubtful for mention in mentions)}


def main() -> None:
    """Write the predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("predict",))
    parser.add_argument("--cues", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    cues = json.loads(options.cues.read_text(encoding="utf-8"))
    predictions = {cue["id"]: predict(cue) for cue in cues}
    options.out.write_text(json.dumps(predictions, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
