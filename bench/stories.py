"""How long an article takes to find its copies and its story, while the archive grows around it.

    python -m bench.stories news.jsonl [--n 10000,100000,1000000] [--a-day 180]

An archive in a file of its own, filled by rows and not by texts (see `stories_fill`). At each size a hundred articles
arrive singly and a hundred as one batch, dated and undated, and are taken back. Each is one of the file's with every
second word taken from another. A million take several gigabytes of disk and, with the filling, four and a half minutes
of the processor.
"""

import argparse
import datetime
import json
import os
import random
import resource
import statistics
import tempfile
import time
from itertools import islice
from pathlib import Path

import django

PLACE = tempfile.TemporaryDirectory(prefix="stories-")
os.environ["DATABASE_URL"] = f"sqlite:///{Path(PLACE.name, 'archive.sqlite3')}"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from articles.models import Article, Source  # noqa: E402
from articles.stories.arrival import place_new  # noqa: E402

from .stories_fill import BEGUN, Filling, unhindered  # noqa: E402

ARRIVING = 100


def read(path):
    """Titles and words of real articles."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 5000)]
    return [
        (row["title"][:300] or "–", row["body"].split()[:300])
        for row in rows
        if len(row["body"].split()) > 40
    ]


def arriving(texts, sources, day, seed=5):
    """Ever more unsaved articles of one day, or of none."""
    dice = random.Random(seed)
    dated = {"published_at": day, "published_precision": "day"} if day else {}
    while True:
        title, words = dice.choice(texts)
        _title, others = dice.choice(texts)
        mixed = [
            others[place % len(others)] if dice.random() < 0.5 else word for place, word in enumerate(words)
        ]
        yield Article(
            title=title, body=" ".join(mixed), source=dice.choice(sources), status="published", **dated
        )


def milliseconds(articles):
    """Of processor time and by the clock that placing these together takes, each."""
    clock, processor = time.perf_counter(), time.process_time()
    place_new(articles)
    each = 1000 / len(articles)
    return each * (time.process_time() - processor), each * (time.perf_counter() - clock)


def measured(made):
    """Singly: the median of both times and the slowest twentieth of processor time; processor time in a batch."""
    with transaction.atomic():
        singly = [milliseconds([article]) for article in Article.objects.bulk_create(islice(made, ARRIVING))]
        batch, _clock = milliseconds(Article.objects.bulk_create(islice(made, ARRIVING)))
        transaction.set_rollback(True)
    processor, clock = zip(*singly, strict=True)
    slow = statistics.quantiles(processor, n=20)[-1]
    return statistics.median(processor), slow, statistics.median(clock), batch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("news")
    parser.add_argument("--n", default="10000,100000,1000000")
    parser.add_argument("--a-day", type=int, default=180)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    sources = Source.objects.bulk_create(
        Source(slug=f"s{n}", name_ar=f"مصدر {n}", name_en=f"S{n}", kind="outlet") for n in range(40)
    )
    texts = read(options.news)
    filling = Filling(texts, options.a_day)
    print(f"{'articles':>9} {'':8} {'ms':>6} {'95 %':>6} {'clock':>6} {'in a batch':>10} {'MB held':>8}")
    for wanted in map(int, options.n.split(",")):
        with unhindered(), transaction.atomic():
            filling.fill(wanted)
        last = BEGUN + datetime.timedelta(wanted // options.a_day)
        for kind, day in (("dated", last), ("undated", None)):
            median, slow, clock, batch = measured(arriving(texts, sources, day))
            held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{wanted:>9} {kind:8} {median:>6.1f} {slow:>6.1f} {clock:>6.1f} {batch:>10.1f} {held:>8}",
                flush=True,
            )


if __name__ == "__main__":
    main()
