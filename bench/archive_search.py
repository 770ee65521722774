"""Searching an archive that `bench.archive` made: the page, the opening, a save until it is found, the memory.

    python -m bench.archive corpus.jsonl --n 100000 --into /tmp/archive
    python -m bench.archive_search /tmp/archive --corpus corpus.jsonl

The page is `articles.search.search`: parsing, the total, twenty hits of the database with their passages marked, ten
facets and the histogram. Before, index and database are dropped from the machine's memory and a new process is begun.
Words with about as many matches in any archive tell whether it is the matches that cost, or the archive. What is saved
is taken out again. Prints a table, and writes one JSON object to --json.
"""

import argparse
import json
import os
from pathlib import Path

from bench.archive import run

MEGABYTE = 1 << 20


def forget(folder):
    """Drops the files from the machine's memory, as far as no process has them mapped."""
    for path in filter(Path.is_file, Path(folder).rglob("*")):
        with path.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def table(figures):
    pages = [
        f"| {name} | {of['p50']} | {of['p95']} | {of['cpu']} | {of['matches']:,.0f} |"
        for name, of in figures["pages"].items()
    ]
    rest = [f"{name}: {value}" for name, value in figures.items() if name != "pages"]
    head = ["| page, ms | p50 | p95 | CPU | matches |", "|---|---|---|---|---|"]
    return "\n".join([*head, *pages, "", *rest])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument(
        "--corpus", required=True, help="what the archive was made from, for words to ask for"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", metavar="FILE")
    given = parser.parse_args()
    forget(given.folder)
    figures = json.loads(run(given.folder, "-m", "bench.archive_asking", given.corpus, given.rounds))
    figures["load"] = os.getloadavg()[0]
    print(table(figures))
    if given.json:
        Path(given.json).write_text(json.dumps(figures, indent=2))
