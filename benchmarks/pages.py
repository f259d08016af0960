"""A folder of many generated pages: how fast `add` takes it in, and whether its memory stays flat.

python benchmarks/pages.py [--pages 10000] [--out build/bench-pages.json]
"""

import argparse
import json
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
WORDS_A_PAGE = (200, 600)
SAMPLE_SECONDS = 0.05
# Words follow Zipf's law over a vocabulary of this size, as in running text.
VOCABULARY = 20_000
SYLLABLES = (
    "ba",
    "con",
    "de",
    "fer",
    "gul",
    "har",
    "in",
    "jo",
    "ket",
    "lam",
    "mor",
    "nes",
    "or",
    "pi",
    "quay",
    "ro",
    "sel",
    "ti",
)


def build_words(source: random.Random) -> list[str]:
    """An invented vocabulary."""
    return ["".join(source.choices(SYLLABLES, k=source.randint(1, 4))) for _ in range(VOCABULARY)]


def write_pages(folder: Path, pages: int) -> int:
    """Write the pages and return the number of their words."""
    source = random.Random(7)
    words, weights = build_words(source), [1 / rank for rank in range(1, VOCABULARY + 1)]
    total = 0
    for number in range(pages):
        length = source.randint(*WORDS_A_PAGE)
        total += length
        (folder / f"{number}.txt").write_text(build_page(source, words, weights, length), encoding="utf-8")
    return total


def build_page(source: random.Random, words: list[str], weights: list[float], length: int) -> str:
    """A page of paragraphs, some of whose sentences are quoted."""
    drawn = iter(source.choices(words, weights, k=length))
    title = f"Speech to the keepers, {source.randint(1, 28)} May {source.randint(1990, 2025)}"
    sentences = []
    while sentence := [word for word, _ in zip(drawn, range(source.randint(6, 24)), strict=False)]:
        told = " ".join(sentence).capitalize() + "."
        sentences.append(f"“{told}” she said." if source.random() < 1 / 8 else told)
    blocks = [" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)]
    return "\n\n".join((title, *blocks)) + "\n"


def measure_memory(process: subprocess.Popen[bytes]) -> list[float]:
    """The resident memory of a process in MB, sampled until it ends."""
    samples = []
    while process.poll() is None:
        try:
            pages = int(Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1])
        except (FileNotFoundError, ProcessLookupError, IndexError):
            break
        samples.append(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
        time.sleep(SAMPLE_SECONDS)
    return samples


def measure_add(folder: Path, record: Path) -> tuple[float, list[float]]:
    """Seconds of `add` as a whole command, and its memory over time."""
    command = [str(Path(sys.executable).with_name("onrecord")), "add", str(folder), "--no-attribution", "--record"]
    start = time.perf_counter()
    with subprocess.Popen([*command, str(record)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        samples = measure_memory(process)
        errors = process.communicate()[1]
    if process.returncode:
        sys.exit(errors.decode())
    return time.perf_counter() - start, samples


def measure(folder: Path, pages: int) -> dict[str, float]:
    """Every figure of the table."""
    (folder / "pages").mkdir()
    words = write_pages(folder / "pages", pages)
    seconds, memory = measure_add(folder / "pages", folder / "pages.record")
    again, _ = measure_add(folder / "pages", folder / "pages.record")
    tenth = max(1, len(memory) // 10)
    return {
        "pages": pages,
        "words": words,
        "add, seconds": seconds,
        "add, pages a second": pages / seconds,
        "add, MB in the second tenth of the time, median": statistics.median(memory[tenth : 2 * tenth]),
        "add, MB in the eighth tenth of the time, median": statistics.median(memory[7 * tenth : 8 * tenth]),
        "add, MB at most": max(memory),
        "add again, seconds": again,
    }


def main() -> None:
    """Print the table and write it as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--out", type=Path, default=ROOT / "build/bench-pages.json")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder), given.pages)
    print(f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}")
    for name, value in figures.items():
        print(f"{name:50}{value:14,.2f}")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(json.dumps({"cores": os.cpu_count(), **figures}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
