"""An archive of any size to measure: a new database and its index in a folder, quickly filled from a corpus.

    python -m bench.archive corpus.jsonl --n 100000 --into /tmp/archive

Sources, actors and offices are the register's, with the corpus's own sources beside them. The articles are published
as they stand; what the corpus names as `actor-7` is mentioned as the register's seventh, without linking. The index is
made by `build_index`. Whatever runs with ARCHIVE_DATA=/tmp/archive then works on this archive.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

REGISTER = ("sources", "actors", "offices")


def environment(folder):
    """What the environment has to say for a process to work on the folder's archive."""
    return os.environ | {
        "ARCHIVE_DATA": str(folder),
        "DATABASE_URL": f"sqlite:///{Path(folder, 'archive.sqlite3')}",
    }


def run(folder, *arguments):
    """What Python prints, given these arguments, on the folder's archive."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=environment(folder),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


def make(folder, corpus, number, processes):
    """{"filled": seconds, "built": seconds}."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    run(folder, "manage.py", "migrate", "-v0")
    run(folder, "manage.py", "loaddata", "-v0", *REGISTER)
    began = time.monotonic()
    run(folder, "-m", "bench.archive_filling", corpus, number)
    filled = time.monotonic()
    run(folder, "manage.py", "build_index", "--processes", processes)
    return {"filled": round(filled - began, 1), "built": round(time.monotonic() - filled, 1)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", help="JSONL as bench.make_corpus writes it")
    parser.add_argument("--n", type=int, default=10_000)
    parser.add_argument("--into", required=True, metavar="FOLDER")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    given = parser.parse_args()
    print(json.dumps(make(given.into, given.corpus, given.n, given.processes)))
