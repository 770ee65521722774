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
from articles.arabic.reading import readings  # noqa: E402
from articles.ingest.files import read_file  # noqa: E402
from articles.ingest.item import Item  # noqa: E402
from articles.search.engine.documents import DocumentBuffer  # noqa: E402
from articles.search.layout import laid_out  # noqa: E402
from articles.search.schema import schema  # noqa: E402
from articles.stories.profile import traits  # noqa: E402

AT_ONCE = 500  # articles that are analysed together
REGISTER = ("sources", "actors", "offices")


def read(corpus, most):
    rows = read_file(Path(corpus), frozenset(), timezone.get_current_timezone())
    return list(islice((row for row in rows if isinstance(row, Item)), most))


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
    parts = timed("texts read", lambda: [dict(zip(PARTS, readings(*text), strict=True)) for text in texts])
    timed("linked", lambda: [find(part, names) for part in parts])
    timed("drawn for stories", lambda: [traits(part["title"], part["body"]) for part in parts])
    some = [texts[begin : begin + AT_ONCE] for begin in range(0, len(texts), AT_ONCE)]
    batches = timed("analysed for the index", lambda: [laid_out(articles) for articles in some])
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
