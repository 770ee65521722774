"""Where the time of an import goes: the processor's milliseconds an article, stage by stage, on one core.

    python -m bench.stages corpus.jsonl [--n 2000]

Each stage is given all the articles at once, so that one does not warm the processor's caches for the next; in the
first pass most words are new, in the second all are known. What is written to the database is not among the stages.
"""

import argparse
import json
import os
import tempfile
import time
from itertools import islice
from pathlib import Path

import django

os.environ["DATABASE_URL"] = "sqlite://:memory:"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles.actors.linking import PARTS, find, gazetteer  # noqa: E402
from articles.arabic.reading import Joined  # noqa: E402
from articles.ingest.files import read_file  # noqa: E402
from articles.ingest.item import Item  # noqa: E402
from articles.search.engine.documents import DocumentBuffer  # noqa: E402
from articles.search.layout import laid_out  # noqa: E402
from articles.search.schema import schema  # noqa: E402
from articles.stories.traits import traits_of  # noqa: E402

STUDIED, AT_ONCE = 125, 500  # articles that are studied, and analysed for the index, together
REGISTER = ("sources", "actors", "offices")


def read(corpus, most):
    rows = read_file(Path(corpus), frozenset(), timezone.get_current_timezone())
    return list(islice((row for row in rows if isinstance(row, Item)), most))


def parted(texts, size):
    return [texts[begin : begin + size] for begin in range(0, len(texts), size)]


def together(texts):
    """Title, standfirst and body of each read at once, and each of them by itself."""
    joined = Joined([part for text in texts for part in text])
    return joined, joined.split()


def drawn(joined, each):
    return traits_of(joined, range(0, len(each), 3), range(2, len(each), 3))


def indexed(batches):
    buffer = DocumentBuffer(schema())
    for texts in batches:
        buffer.add_all([{"id": str(number)} for number in range(len(texts["grams"].counts))], texts)
    with tempfile.TemporaryDirectory() as folder:
        buffer.write(folder, "MAIN")


def stages(corpus, most, names):
    """(name, processor's seconds) of each stage, and the number of articles."""
    spent = {}

    def timed(name, work):
        start = time.process_time()
        done = work()
        spent[name] = time.process_time() - start
        return done

    items = timed("records read", lambda: read(corpus, most))
    texts = [(item.title, item.standfirst, item.body) for item in items]
    joined = timed("texts read", lambda: [together(some) for some in parted(texts, STUDIED)])
    parts = [
        dict(zip(PARTS, each[n : n + 3], strict=True)) for _, each in joined for n in range(0, len(each), 3)
    ]
    timed("linked", lambda: [find(part, names) for part in parts])
    timed("drawn for stories", lambda: [drawn(*some) for some in joined])
    batches = timed("analysed for the index", lambda: [laid_out(some) for some in parted(texts, AT_ONCE)])
    timed("inverted and written", lambda: indexed(batches))
    return {name: round(1000 * seconds / len(items), 3) for name, seconds in spent.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", metavar="CORPUS.jsonl")
    parser.add_argument("--n", type=int, default=2000)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    call_command("loaddata", *REGISTER, verbosity=0)
    names = gazetteer()
    passes = [stages(options.corpus, options.n, names) for _ in ("new", "known")]
    print(json.dumps(dict(zip(("new_words", "known_words"), passes, strict=True)), indent=1))


if __name__ == "__main__":
    main()
