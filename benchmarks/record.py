"""Adding, adding again and checking, as whole commands and in an open record: prints a table and writes JSON.

python benchmarks/record.py [--out build/bench-record.json]

Reads `corpora/leader_en` in $ONRECORD_SHARED (default ../shared).
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.record import open_record

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
CHECKS = 200
LEFT_OUT = 5
COMMANDS = 5


def call(*arguments: str | Path) -> tuple[float, float]:
    """Seconds of the command, and the largest memory of any command so far in MB."""
    start = time.perf_counter()
    command = [str(Path(sys.executable).with_name("onrecord")), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    # Linux counts kilobytes.
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def measure_checks(path: Path) -> list[float]:
    """Milliseconds of each of many different quotations of the record, a fifth of their words left out."""
    times = []
    with open_record(path) as record:
        texts = [hit.text + hit.suffix for hit in record.search('"the nation"')][:CHECKS]
        record.check(texts[0])
        for text in texts:
            words = text.split()
            quotation = " ".join(word for place, word in enumerate(words) if place % LEFT_OUT)
            start = time.perf_counter()
            record.check(quotation)
            times.append(1000 * (time.perf_counter() - start))
    return times


def measure(folder: Path) -> dict[str, float]:
    """Every figure of the table."""
    path = folder / "leader.record"
    adding = ("add", SHARED / "corpora/leader_en", "--office", ROOT / "examples/leader.toml", "--record", path)
    first, memory = call(*adding, "--no-attribution")
    second = statistics.median(call(*adding, "--no-attribution")[0] for _ in range(COMMANDS))
    with open_record(path) as record:
        words = record.get_status().words
    checks = measure_checks(path)
    command = statistics.median(
        call("check", "two important values of the movement", "--record", path)[0] for _ in range(COMMANDS)
    )
    return {
        "words": words,
        "add, seconds": first,
        "add, words a second": words / first,
        "add, MB at most": memory,
        "add again, seconds": second,
        "add again, times faster": first / second,
        "check in an open record, ms, median": statistics.median(checks),
        "check in an open record, ms, 95th percentile": sorted(checks)[int(0.95 * len(checks))],
        "check as a command, seconds": command,
    }


def main() -> None:
    """Print the table and write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build/bench-record.json")
    out = parser.parse_args().out
    if not SHARED.is_dir():
        sys.exit(f"no real texts at {SHARED}: set $ONRECORD_SHARED")
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder))
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}")
    for name, value in figures.items():
        print(f"{name:46}{value:14,.2f}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"cores": os.cpu_count(), **figures}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
