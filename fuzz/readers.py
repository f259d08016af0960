"""Coverage-guided fuzzing of the readers: python fuzz/readers.py [READER ...] [--seconds 60].

Each reader runs in a process of its own, on the pages of tests/cases/read/files and on the seeds of fuzz/seeds, where
everything stands that once broke it. It fails on an exception, on an input that takes 10 seconds and on 2 GB of memory.
Needs the extra `fuzz` (Linux).
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
FILES = ROOT / "tests/cases/read/files"
SEEDS = ROOT / "fuzz/seeds"
FOUND = ROOT / "build/fuzz"
READERS = ("docx", "gzip", "html", "markdown", "odt", "pdf", "plain", "subtitles", "wacz", "warc")
SECONDS_AN_INPUT = 10
MEGABYTES = 2048
LONGEST = 65_536
SUFFIXES = {"markdown": ".md", "subtitles": ".srt", "plain": ".txt"}


def fuzz(reader: str, arguments: list[str]) -> None:
    """Run one reader until libFuzzer ends the process."""
    with atheris.instrument_imports(include=["onrecord.read", "docx", "pysubs2", "warcio"]):
        import onrecord.read  # noqa: PLC0415 - what is imported here is watched
        from onrecord.read.pages import get_reader  # noqa: PLC0415
        from onrecord.read.pdf import extraction, reading  # noqa: PLC0415

        read = get_reader(reader)

    def read_bytes(data: bytes) -> None:
        raw = onrecord.read.Raw(data=data, address=f"page{SUFFIXES.get(reader, f'.{reader}')}", max_size=1_000_000)
        for found in extract_pages(data) if reader == "pdf" else read(raw):
            check(found)
        # A PDF would start a process for every input.
        if b"%PDF-" not in data:
            onrecord.read.read_source(data, address=raw.address, max_size=1_000_000)

    def extract_pages(data: bytes) -> list[object]:
        # Inside this process, where libFuzzer sees what pdfium does.
        try:
            info, *pages = extraction.extract(data)
        except extraction.pdfium.PdfiumError:
            return []
        return [reading.build_pdf_page(info, tuple(pages), onrecord.model.Office())]

    atheris.Setup([sys.argv[0], *arguments], read_bytes)
    atheris.Fuzz()


def check(found: object) -> None:
    """Every character of a page is where its paragraphs say."""
    for paragraph in found.sheet.paragraphs if hasattr(found, "sheet") else ():
        for piece in paragraph.pieces:
            if piece.source >= 0 and not found.text.startswith(piece.text, piece.source):
                message = f"{piece!r} does not stand where it says"
                raise AssertionError(message)


def run(reader: str, seconds: int) -> bool:
    """Whether a reader stood its time."""
    seeds = SEEDS / reader
    seeds.mkdir(parents=True, exist_ok=True)
    FOUND.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as corpus:
        command = [
            sys.executable, __file__, "--inside", reader, corpus, str(seeds), str(FILES),
            f"-max_total_time={seconds}", f"-timeout={SECONDS_AN_INPUT}", f"-rss_limit_mb={MEGABYTES}",
            f"-max_len={LONGEST}", f"-artifact_prefix={FOUND}/{reader}-", "-print_final_stats=1", "-verbosity=0",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    inputs = next((line.split()[-1] for line in lines if line.startswith("stat::number_of_executed_units")), "?")
    print(f"{reader:12}{inputs:>10} inputs  {'sound' if not done.returncode else 'BROKEN'}", flush=True)
    if done.returncode:
        print(done.stdout[-4000:], "\n".join(lines[-12:]))
    return not done.returncode


def main() -> None:
    """One reader after the other."""
    if sys.argv[1:2] == ["--inside"]:
        fuzz(sys.argv[2], sys.argv[3:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", default=READERS, metavar="READER")
    parser.add_argument("--seconds", type=int, default=60, help="for each reader [60]")
    given = parser.parse_args()
    done = [run(reader, given.seconds) for reader in given.readers]
    sys.exit(0 if all(done) else 1)


if __name__ == "__main__":
    main()
