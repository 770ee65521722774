"""How long an article takes to find its copies and its story, while the archive grows around it.

    python -m bench.stories news.jsonl [--n 2000,20000,100000] [--a-day 100]

An archive in memory, filled with real articles made over: each is one of the file's with every second word taken from
another, dated so that `--a-day` fall on a day. At each size two hundred more arrive, singly and as one batch.
"""

import argparse
import datetime
import json
import os
import random
import statistics
import time
from itertools import islice

import django

os.environ["DATABASE_URL"] = "sqlite://:memory:"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from django.core.management import call_command  # noqa: E402

from articles.models import Article, Source, Trace  # noqa: E402
from articles.stories.arrival import place_new  # noqa: E402

ARRIVING = 200
BATCH = 500


def articles(texts, sources, a_day, seed=1):
    """Ever more unsaved articles, day after day."""
    dice = random.Random(seed)
    begun = datetime.datetime(2011, 1, 1, tzinfo=datetime.UTC)
    for number in range(10**9):
        title, words = dice.choice(texts)
        _title, others = dice.choice(texts)
        mixed = [
            others[place % len(others)] if dice.random() < 0.5 else word for place, word in enumerate(words)
        ]
        yield Article(
            title=title,
            body=" ".join(mixed),
            source=dice.choice(sources),
            status="published",
            published_at=begun + datetime.timedelta(days=number // a_day),
            published_precision="day",
        )


def read(path):
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, 5000)]
    return [
        (row["title"][:300] or "–", row["body"].split()[:300])
        for row in rows
        if len(row["body"].split()) > 40
    ]


def fill(arriving, wanted):
    while (missing := wanted - Article.objects.count()) > 0:
        place_new(Article.objects.bulk_create(islice(arriving, min(BATCH, missing))))


def timed(arriving):
    """Milliseconds of the median and the slowest twentieth of single arrivals, and of one in a batch."""
    singly = []
    for article in Article.objects.bulk_create(islice(arriving, ARRIVING)):
        started = time.perf_counter()
        place_new([article])
        singly.append(1000 * (time.perf_counter() - started))
    batch = Article.objects.bulk_create(islice(arriving, ARRIVING))
    started = time.perf_counter()
    place_new(batch)
    each = 1000 * (time.perf_counter() - started) / ARRIVING
    return statistics.median(singly), statistics.quantiles(singly, n=20)[-1], each


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("news")
    parser.add_argument("--n", default="2000,20000,100000")
    parser.add_argument("--a-day", type=int, default=100)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    sources = Source.objects.bulk_create(
        Source(slug=f"s{n}", name_ar=f"مصدر {n}", name_en=f"S{n}", kind="outlet") for n in range(40)
    )
    arriving = articles(read(options.news), sources, options.a_day)
    print(f"{'articles':>9} {'traces':>10} {'median ms':>10} {'95 % ms':>8} {'in a batch ms':>14}")
    for wanted in map(int, options.n.split(",")):
        fill(arriving, wanted)
        median, slow, each = timed(arriving)
        print(f"{wanted:>9} {Trace.objects.count():>10} {median:>10.1f} {slow:>8.1f} {each:>14.2f}")


if __name__ == "__main__":
    main()
