"""Trace a set of labelled quotations and write what came out, for the scorer of the benchmark.

python benchmarks/trace.py predict --docs docs.jsonl --ids tier2m.ids --quotes quotes.jsonl --out predictions.jsonl
"""

import argparse
import datetime as dt
import importlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from rapidfuzz import fuzz

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


def run_suite(args: argparse.Namespace) -> None:
    """Make the corpus and the quotations, trace the dev half in three records, score it, run the race."""
    makers = Path(os.environ.get("ONRECORD_SHARED", "../shared")) / "bench" / "trace"
    docs, bench = args.folder / "docs.jsonl", args.folder / "bench"
    if not docs.exists():
        _run(makers / "build_corpus.py", args.folder)
    if not (bench / "quotes.jsonl").exists():
        _run(makers / "make_quotes.py", "--corpus", docs, "--out", bench, "--n", args.n)
    for tier in ("tier2m", "tier10m", "tier32m"):
        print(f"\n{tier}", flush=True)
        ids, index, out = bench / f"{tier}.ids", args.folder / tier, args.folder / f"{tier}.predictions.jsonl"
        common = ("--docs", docs, "--ids", ids, "--quotes", bench / "quotes.jsonl", "--index", index)
        _run(__file__, "predict", *common, "--out", out, "--split", "dev")
        _run(makers / "score.py", bench / "quotes.jsonl", out, "--split", "dev")
        if importlib.util.find_spec("tantivy"):
            _run(__file__, "race", *common)


def _run(script: str | Path, *args: object) -> None:
    subprocess.run([sys.executable, str(script), *map(str, args)], check=True)


def race(args: argparse.Namespace) -> None:
    """Time one quotation, verdict included, against tantivy's best 20 and rapidfuzz without a verdict."""
    speeches = Speeches(read_speeches(args.docs, args.ids))
    if not args.index.exists():
        build_segment(args.index, speeches.number_documents())
    index = open_index([args.index])
    with args.quotes.open(encoding="utf-8") as lines:
        quotes = [quote for quote in map(json.loads, lines) if quote["split"] == "dev"][: args.n]
    peer = Peer(speeches)
    ours: list[float] = []
    theirs: list[float] = []
    for quote in quotes * 2:  # the first round warms both
        ours.append(_time(_predict_one, quote, index, speeches))
        theirs.append(_time(peer.find, quote["text"]))
    medians = []
    for name, times in (("onrecord", ours), ("tantivy + rapidfuzz", theirs)):
        warm = sorted(times[len(quotes) :])
        medians.append(warm[len(warm) // 2])
        print(f"{name:20} p50 {medians[-1]:.3f} ms  p95 {warm[len(warm) * 95 // 100]:.3f} ms")
    print(f"ratio of the medians {medians[0] / medians[1]:.2f}")


def _time(call: Callable[..., object], *args: object) -> float:
    started = time.perf_counter()
    call(*args)
    return 1000 * (time.perf_counter() - started)


class Peer:
    """Full-text search over windows of 120 words, the best 20 aligned by characters."""

    def __init__(self, speeches: Speeches) -> None:
        # No dependency of the project: install it to run the race.
        tantivy = importlib.import_module("tantivy")
        schema = tantivy.SchemaBuilder().add_text_field("text", stored=True).build()
        self._index = tantivy.Index(schema)
        writer = self._index.writer(256_000_000, 1)
        for _, document in speeches.number_documents():
            words = document.text.split()
            for start in range(0, max(1, len(words) - 60), 60):
                writer.add_document(tantivy.Document(text=" ".join(words[start : start + 120])))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, text: str) -> tuple[float, str]:
        """The most similar stretch and how similar it is."""
        query = self._index.parse_query(" ".join(re.findall(r"\w+", text.lower())), ["text"])
        best = (0.0, "")
        for _, address in self._searcher.search(query, 20, count=False).hits:
            passage = self._searcher.doc(address)["text"][0]
            found = fuzz.partial_ratio_alignment(text, passage)
            if found is not None and found.score > best[0]:
                best = (found.score, passage[found.dest_start : found.dest_end])
        return best


def calibrate_models(args: argparse.Namespace) -> None:
    """Fit the models on every set and write them into the package."""
    measured, further = (
        [sample for paths in sets for sample in _measure_set(*map(Path, paths), split=args.split)]
        for sets in (args.set, args.also)
    )
    if args.keep:
        args.keep.write_bytes(msgspec.msgpack.encode([*measured, *further]))
    source = f"From {len(measured) + len(further):,} quotations by `benchmarks/trace.py calibrate`."
    write_thresholds(THRESHOLDS, calibrate(measured, further), source)


def _measure_set(docs: Path, ids: Path, quotes: Path, segment: Path, *, split: str) -> list[Sample]:
    speeches = Speeches(read_speeches(docs, ids))
    if not segment.exists():
        build_segment(segment, speeches.number_documents())
    index = open_index([segment])
    with quotes.open(encoding="utf-8") as lines:
        chosen = [quote for quote in map(json.loads, lines) if split in {"all", quote["split"]}]
    print(f"{quotes} in {index.words:,} words: {len(chosen):,} quotations")
    return [_measure(quote, index, speeches) for quote in chosen]


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
    command = commands.add_parser("race", help="time one quotation against tantivy and rapidfuzz")
    for name in ("docs", "ids", "quotes", "index"):
        command.add_argument(f"--{name}", type=Path, required=True)
    command.add_argument("--n", type=int, default=1000)
    command.set_defaults(run=race)
    command = commands.add_parser("suite", help="everything, in a folder of its own")
    command.add_argument("--folder", type=Path, default=Path("build/trace"))
    command.add_argument("--n", type=int, default=20_000)
    command.set_defaults(run=run_suite)
    command = commands.add_parser("calibrate", help="fit the models of acceptance; writes data/thresholds.toml")
    paths = ("DOCS", "IDS", "QUOTES", "INDEX")
    command.add_argument("--set", nargs=4, action="append", required=True, metavar=paths)
    command.add_argument("--also", nargs=4, action="append", default=[], metavar=paths, help="for the models only")
    command.add_argument("--split", choices=["dev", "test", "all"], default="dev")
    command.add_argument("--keep", type=Path, help="write the measured samples here")
    command.set_defaults(run=calibrate_models)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
