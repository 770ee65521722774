"""How long an actor's page takes with many mentions, and how many queries it costs.

    python -m bench.actor_page [--articles 5000] [--mentions 2] [--every 1]

An archive in memory: `--articles` articles over fifteen years from forty sources, each naming six of three hundred
others once, and each `--every`th the actor `--mentions` times. The page is asked for like any reader's, templates and
all.
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

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from articles.models import Actor, Article, Mention, Quote, Source  # noqa: E402

ROUNDS = 7
PAGES = ("/actor/a1/", "/actor/a1/?year=2019", "/actor/a1/network/", "/network/?size=50")
BODY = "قال الفاعل إن الجلسة عقدت. " * 12


def fill(articles, mentions, every, seed=1):
    dice = random.Random(seed)
    sources = Source.objects.bulk_create(
        Source(slug=f"s{n}", name_ar=f"مصدر {n}", name_en=f"S{n}", kind="outlet") for n in range(40)
    )
    actors = Actor.objects.bulk_create(
        Actor(slug=f"a{n}", kind="person", name_ar=f"فاعل {n}", name_en=f"Actor {n}") for n in range(1, 302)
    )
    begun = datetime.datetime(2011, 1, 1, tzinfo=datetime.UTC)
    rows = Article.objects.bulk_create(
        Article(
            title=f"خبر {n}",
            body=BODY,
            source=dice.choice(sources),
            status="published",
            published_at=begun + datetime.timedelta(hours=130_000 / articles * n),
            published_precision="day",
            code=f"c{n}",
        )
        for n in range(articles)
    )
    Mention.objects.bulk_create(_mentions(rows, actors, mentions, every, dice), batch_size=1000)
    Quote.objects.bulk_create(_quotes(rows[::every], actors[0]), batch_size=1000)


def _mentions(articles, actors, times, every, dice):
    one, others = actors[0], actors[1:]
    fields = {"part": "body", "method": "surname", "status": "automatic", "confidence": 0.9}
    for number, article in enumerate(articles):
        rank = dice.choice(("", "المشير", "السيد", "القائد"))
        for place in range(0 if number % every else times):
            span = {"start": place * 10, "end": place * 10 + 6, "surface": "الفاعل", "rank": rank}
            yield Mention(article=article, actor=one, **span, **fields)
        for place, other in enumerate(dice.sample(others, 6), times):
            span = {"start": place * 10, "end": place * 10 + 6, "surface": other.name_ar}
            yield Mention(article=article, actor=other, **span, **fields)


def _quotes(articles, actor):
    for article in islice(articles, 0, None, 3):
        spans = {"start": 0, "sentence": BODY[:26], "speech_start": 12, "speech_end": 26}
        yield Quote(article=article, actor=actor, verb="قال", **spans)


def timed(client, address):
    """Median milliseconds of processor time of a page, after a visit that fills what is kept, and its queries.

    The database is in the same process, so that its time is in it too.
    """
    start = time.process_time()
    client.get(address)
    first, taken = (time.process_time() - start) * 1000, []
    for _ in range(ROUNDS):
        with CaptureQueriesContext(connection) as queries:
            start = time.process_time()
            answer = client.get(address)
            taken.append((time.process_time() - start) * 1000)
    assert answer.status_code == 200, (address, answer.status_code)
    slowest = sorted(queries.captured_queries, key=lambda query: -float(query["time"]))[:3]
    return {
        "first_ms": round(first),
        "median_ms": round(statistics.median(taken)),
        "queries": len(queries),
        "slowest": [(query["time"], query["sql"][:90]) for query in slowest],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--mentions", type=int, default=2)
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    fill(options.articles, options.mentions, options.every)
    client = Client()
    for address in PAGES:
        print(json.dumps({"page": address} | timed(client, address), ensure_ascii=False))


if __name__ == "__main__":
    main()
