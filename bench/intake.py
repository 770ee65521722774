"""How fast articles come in, end to end: read, written, linked, grouped and searchable.

    python -m bench.intake corpus.jsonl [--only-load]

Runs `import_articles` on a new SQLite database with the register loaded, in a process of its own, and prints one JSON
object: articles, seconds, articles a second, the processor's seconds, and the most memory held at once in MiB.
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


def measure(corpus, options):
    """The import of one corpus as a dict of figures."""
    with tempfile.TemporaryDirectory() as folder:
        manage(folder, "migrate", "-v0")
        manage(folder, "loaddata", "-v0", *REGISTER)
        start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        summary = json.loads(manage(folder, "import_articles", corpus, "--json", *options))
        seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "articles": summary["added"],
        "seconds": round(seconds, 1),
        "articles_a_second": round(summary["added"] / seconds),
        "processor_seconds": round(processor, 1),
        "memory_mib": after.ru_maxrss >> 10,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", metavar="CORPUS.jsonl")
    parser.add_argument("--only-load", action="store_true")
    given = parser.parse_args()
    print(json.dumps(measure(given.corpus, ["--only-load"] if given.only_load else [])))
