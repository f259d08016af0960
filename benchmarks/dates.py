"""Reading dates: predictions for a file of cues, their score, and the speed beside dateparser.

python benchmarks/dates.py predict --cues cues.json --out predictions.json
python benchmarks/dates.py bench [--out build/bench-dates.json]

`bench` reads `bench/dates` and `corpora/leader_en` in $ONRECORD_SHARED (default ../shared). dateparser is asked where
it is installed, for the same texts in the same run.
"""

import argparse
import datetime as dt
import importlib.util
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from onrecord.date import Habits, date_documents, find_mentions
from onrecord.read import read_office, read_source

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
# A cue asks for days; a phrase that leaves more than a year open answers nothing.
MOST_DAYS = 366
LUNAR_DOUBT = 2
# dateparser takes minutes for what takes seconds here, so it is given fewer words.
PEER_WORDS = 20_000

Interval = tuple[dt.date, dt.date]


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


def _split(days: Iterable[Interval]) -> Iterator[Interval]:
    """The days one by one, where a lunar day is three: of a contradiction, every day that it can mean is asked for."""
    for start, end in days:
        if (end - start).days > LUNAR_DOUBT:
            yield start, end
        else:
            yield from ((start + dt.timedelta(days=more),) * 2 for more in range((end - start).days + 1))


def write_predictions(cues: Path, out: Path) -> None:
    """A prediction for each cue of a file, in the form that `score.py` reads."""
    read = json.loads(cues.read_text(encoding="utf-8"))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({cue["id"]: predict(cue) for cue in read}, indent=1), encoding="utf-8")


def measure_speed(read: Callable[[str], object], texts: list[str]) -> float:
    """Words a second of one core."""
    start = time.process_time()
    for text in texts:
        read(text)
    return sum(len(text.split()) for text in texts) / (time.process_time() - start)


def measure_documents(paths: list[Path]) -> float:
    """Words a second of one core for everything that `add` does about dates."""
    office = read_office(ROOT / "examples/leader.toml")
    pages = [read_source(path.read_bytes(), address=path.name, office=office).documents for path in paths]
    words = sum(len(doc.text.split()) for page in pages for doc in page)
    start = time.process_time()
    for page in pages:
        date_documents(page, office)
    return words / (time.process_time() - start)


def measure_peer(text: str) -> tuple[float, float] | None:
    """Words a second of dateparser and of onrecord on the same words; `None` where dateparser is not installed."""
    if importlib.util.find_spec("dateparser") is None:
        return None
    from dateparser.search import search_dates  # noqa: PLC0415 - it may be missing

    habits = Habits(day_first=True)
    theirs = measure_speed(lambda words: search_dates(words, languages=["en"]), [text])
    return theirs, measure_speed(lambda words: find_mentions(words, written=None, habits=habits), [text])


def bench(out: Path) -> None:
    """Print the score and the speeds, and write them as JSON."""
    cues, predictions = SHARED / "bench/dates/cues.json", out.with_name("dates-predictions.json")
    if not cues.is_file():
        sys.exit(f"no cues at {cues}: set $ONRECORD_SHARED")
    write_predictions(cues, predictions)
    command = [sys.executable, str(SHARED / "bench/dates/score.py"), str(cues), str(predictions)]
    score = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    paths = sorted((SHARED / "corpora/leader_en").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    habits = Habits(day_first=True)
    figures: dict[str, float] = {
        "find_mentions, words a second": measure_speed(lambda t: find_mentions(t, written=None, habits=habits), texts),
        "date_documents, words a second": measure_documents(paths),
    }
    peer = measure_peer(" ".join(" ".join(texts).split()[:PEER_WORDS]))
    if peer is not None:
        figures |= {"dateparser, words a second": peer[0], "times faster than dateparser": peer[1] / peer[0]}
    print(score)
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, CPU time of one core")
    for name, value in figures.items():
        print(f"{name:38}{value:14,.0f}")
    out.write_text(json.dumps({"score": score.splitlines(), **figures}, indent=1), encoding="utf-8")


def main() -> None:
    """Predict, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    predicting = commands.add_parser("predict", help="write predictions for a file of cues")
    predicting.add_argument("--cues", type=Path, required=True)
    predicting.add_argument("--out", type=Path, required=True)
    benching = commands.add_parser("bench", help="score and speed")
    benching.add_argument("--out", type=Path, default=ROOT / "build/bench-dates.json")
    options = parser.parse_args()
    if options.command == "predict":
        write_predictions(options.cues, options.out)
    else:
        bench(options.out)


if __name__ == "__main__":
    main()
