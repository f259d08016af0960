"""Trace a set of labelled quotations and write what came out, for the scorer of the benchmark.

python benchmarks/trace.py predict --docs docs.jsonl --ids tier2m.ids --quotes quotes.jsonl --out predictions.jsonl
"""

import argparse
import datetime as dt
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from onrecord.model import Dating, Document, Quotation, Searched, Trace
from onrecord.trace import Index, build_segment, open_index, trace_quotation
from onrecord.trace.acceptance import measure_parts
from onrecord.trace.attempt import find_attempt
from onrecord.trace.calibration import Sample, calibrate, write_thresholds
from onrecord.trace.claim import Claim
from onrecord.trace.passages import read_source
from onrecord.trace.placement import Placement, make_query
from onrecord.trace.quoted import read_quoted
from onrecord.trace.splice import find_parts

THRESHOLDS = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "trace" / "data" / "thresholds.toml"


class Speech(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `docs.jsonl`."""

    id: str
    speaker: str
    date: str
    text: str


class Speeches:
    """A library of speeches held in memory, numbered in the order of the ids."""

    def __init__(self, speeches: list[Speech]) -> None:
        self._speeches = speeches
        self._speakers = frozenset(speech.speaker for speech in speeches)
        self.names = {f"v{number:010d}": speech.id for number, speech in enumerate(speeches)}
        self._searched = Searched(documents=len(speeches), words=0, speakers=len(self._speakers), unreadable=0, lossy=0)

    def number_documents(self) -> Iterator[tuple[int, Document]]:
        """Every document with its number."""
        for number in range(len(self._speeches)):
            yield number, self.get_document(number)

    def get_text(self, number: int) -> str:
        """The text of one speech."""
        return self._speeches[number].text

    def get_document(self, number: int) -> Document:
        """One speech as a transcript."""
        speech = self._speeches[number]
        return Document(
            id=f"d{number:010d}",
            version=f"v{number:010d}",
            source="",
            form="transcript",
            title=speech.id,
            text=speech.text,
            speaker=speech.speaker,
            date=read_date(speech.date),
        )

    def get_searched(self) -> Searched:
        """What a search of all speeches covers."""
        return self._searched

    def find_speakers(self, name: str) -> frozenset[str]:
        """The speaker of that very name."""
        return frozenset({name}) & self._speakers


def read_date(text: str) -> Dating:
    """A day (`2005-08-24`) or a year (`2005`) as an interval; anything else is unknown."""
    if len(text) == len("2005"):
        return Dating(earliest=dt.date(int(text), 1, 1), latest=dt.date(int(text), 12, 31), precision="year")
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return Dating()
    return Dating(earliest=day, latest=day, precision="day")


def read_speeches(docs: Path, ids: Path) -> list[Speech]:
    """The speeches that the list of ids names, in the order of the file."""
    wanted = set(ids.read_text(encoding="utf-8").split())
    with docs.open("rb") as lines:
        speeches = [msgspec.json.decode(line, type=Speech) for line in lines]
    return [speech for speech in speeches if speech.id in wanted]


def predict(args: argparse.Namespace) -> None:
    """Trace every quotation and write one line for each."""
    speeches = Speeches(read_speeches(args.docs, args.ids))
    with tempfile.TemporaryDirectory() as folder:
        segment = args.index or Path(folder) / "segment"
        if not segment.exists():
            started = time.perf_counter()
            info = build_segment(segment, speeches.number_documents())
            size = sum(path.stat().st_size for path in segment.iterdir())
            seconds = time.perf_counter() - started
            print(f"index: {info.words:,} words in {seconds:.1f} s, {size / info.words:.2f} bytes a word")
        index = open_index([segment])
        with args.quotes.open(encoding="utf-8") as quotes, args.out.open("w", encoding="utf-8") as out:
            for line in quotes:
                quote = json.loads(line)
                if args.split in {"all", quote["split"]}:
                    out.write(json.dumps(_predict_one(quote, index, speeches)) + "\n")


def _predict_one(quote: dict[str, Any], index: Index, speeches: Speeches) -> dict[str, object]:
    claimed = quote["claimed"]
    quotation = Quotation(text=quote["text"], by=claimed["speaker"], on=read_date(claimed["date"]))
    started = time.perf_counter()
    trace = trace_quotation(quotation, index, speeches)
    elapsed = 1000 * (time.perf_counter() - started)
    return {"id": quote["id"], **to_prediction(trace, speeches), "ms": round(elapsed, 4)}


def to_prediction(trace: Trace, speeches: Speeches) -> dict[str, object]:
    """A trace in the form that the scorer reads."""
    return {
        "verdict": trace.verdict,
        "flags": [flag.code for flag in trace.flags],
        "edit_kinds": [edit.kind for edit in trace.edits],
        "spans": [[speeches.names[p.version], p.span.start, p.span.end] for p in trace.passages],
    }


def calibrate_models(args: argparse.Namespace) -> None:
    """Fit the models on every set and write them into the package."""
    samples: list[Sample] = []
    for docs, ids, quotes, segment in args.set:
        speeches = Speeches(read_speeches(Path(docs), Path(ids)))
        if not Path(segment).exists():
            build_segment(Path(segment), speeches.number_documents())
        index = open_index([Path(segment)])
        with Path(quotes).open(encoding="utf-8") as lines:
            chosen = [quote for quote in map(json.loads, lines) if args.split in {"all", quote["split"]}]
        samples += [_measure(quote, index, speeches) for quote in chosen]
        print(f"{quotes} in {index.words:,} words: {len(chosen):,} quotations")
    if args.keep:
        args.keep.write_bytes(msgspec.msgpack.encode(samples))
    source = f"From {len(samples):,} quotations by `benchmarks/trace.py calibrate`."
    write_thresholds(THRESHOLDS, calibrate(samples), source)


def _measure(quote: dict[str, Any], index: Index, speeches: Speeches) -> Sample:
    query = make_query(read_quoted(Quotation(text=quote["text"])), index)
    best = find_attempt(query, speeches, Claim())
    parts = find_parts(query, best.place) if best else []
    places = [_to_span(place, index, speeches) for place in parts]
    first = [_to_span(best.place, index, speeches)] if best else []
    return Sample(
        op=quote["op"],
        words=index.words,
        place=best.features if best else {},
        parts=measure_parts(query, parts) if len(parts) > 1 else {},
        is_place=any(_covers(span, true) for span in first for true in quote["spans"]),
        is_parts=bool(quote["spans"]) and all(any(_covers(span, true) for span in places) for true in quote["spans"]),
    )


def _to_span(place: Placement, index: Index, speeches: Speeches) -> tuple[str, int, int]:
    source = read_source(place, index, speeches)
    number = index.segments[place.segment].numbers[place.row]
    return speeches.names[f"v{number:010d}"], source.words.starts[0], source.words.ends[-1]


def _covers(span: tuple[str, int, int], true: Sequence[Any]) -> bool:
    """Whether a span holds at least half of the true one."""
    shared = min(span[2], int(true[2])) - max(span[1], int(true[1]))
    return span[0] == str(true[0]) and 2 * shared >= int(true[2]) - int(true[1])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("predict", help="trace labelled quotations")
    for name in ("docs", "ids", "quotes", "out"):
        command.add_argument(f"--{name}", type=Path, required=True)
    command.add_argument("--index", type=Path, help="a segment folder to use, or to build and keep")
    command.add_argument("--split", choices=["dev", "test", "all"], default="all")
    command.set_defaults(run=predict)
    command = commands.add_parser("calibrate", help="fit the models of acceptance; writes data/thresholds.toml")
    command.add_argument("--set", nargs=4, action="append", required=True, metavar=("DOCS", "IDS", "QUOTES", "INDEX"))
    command.add_argument("--split", choices=["dev", "test", "all"], default="dev")
    command.add_argument("--keep", type=Path, help="write the measured samples here")
    command.set_defaults(run=calibrate_models)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
