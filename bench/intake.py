"""How fast articles come in, end to end: read, written, linked, grouped and searchable.

    python -m bench.intake corpus.jsonl [--only-load]

Runs `import_articles` on a new SQLite database with the register loaded, then `build_index` on what came in, each a
process of its own, and prints one JSON object for either: articles, seconds, articles a second, the processor's
seconds, and the most memory that one process held in MiB. Starting Python and learning the register count too.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

REGISTER = ("sources", "actors", "offices")


def manage(folder, *arguments):
    environment = os.environ | {"ARCHIVE_DATA": folder}
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments], env=environment, check=True, stdout=subprocess.PIPE
    )
    return done.stdout


def _added(said):
    return json.loads(said)["added"]


def timed(articles_of, folder, *arguments):
    """The figures of one command; `articles_of` reads their number out of what it prints."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    articles = articles_of(manage(folder, *arguments))
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "articles": articles,
        "seconds": round(seconds, 1),
        "articles_a_second": round(articles / seconds),
        "processor_seconds": round(processor, 1),
        "memory_mib": after.ru_maxrss >> 10,
    }


def measure(corpus, options):
    """The import of one corpus, and its index made anew: a dict of figures for each."""
    with tempfile.TemporaryDirectory() as folder:
        manage(folder, "migrate", "-v0")
        manage(folder, "loaddata", "-v0", *REGISTER)
        return {
            "import": timed(_added, folder, "import_articles", corpus, "--json", *options),
            "build_index": timed(int, folder, "build_index"),
        }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", metavar="CORPUS.jsonl")
    parser.add_argument("--only-load", action="store_true")
    given = parser.parse_args()
    print(json.dumps(measure(given.corpus, ["--only-load"] if given.only_load else [])))
