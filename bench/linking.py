"""How many articles a second the linker takes: resolving whole texts, and with the mentions written, on one core.

    python -m bench.linking --corpus FILE.jsonl [--actors 1000] [--articles 2000]

FILE has one article a line with `title` and `body`. The register is made up of common given names and of surnames
drawn from the corpus itself, so that names do occur: five names an actor. The database is SQLite in memory.
"""

import argparse
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
from django.db import transaction  # noqa: E402

from articles.actors.gazetteer import Gazetteer  # noqa: E402
from articles.actors.linking import link, load_register, resolve  # noqa: E402
from articles.actors.words import GIVEN_NAMES, Words  # noqa: E402
from articles.models import Actor, ActorName, Article, Mention, OutboxEntry, Source  # noqa: E402

ROUNDS = 5


def read(path, limit):
    with open(path, encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        return list(islice((row for row in rows if row["title"] and row["body"]), limit))


def fill_register(rows, actors, seed=1):
    """Persons whose surnames are words that the corpus writes with an article; five names each."""
    dice = random.Random(seed)
    words = sorted({word for row in rows for word in Words(row["body"]).words if word.startswith("ال")})
    given, names = sorted(GIVEN_NAMES), []
    for number in range(1, actors + 1):
        first, father, last = dice.choice(given), dice.choice(given), dice.choice(words)
        Actor.objects.create(
            pk=number, slug=f"a{number}", kind="person", name_ar=f"{first} {last}", name_en=f"Person {number}"
        )
        texts = {f"{first} {father} {last}": "full", last: "short", f"{father} {last}": "nisba"}
        names += [
            ActorName(actor_id=number, text=text, script="arab", kind=kind) for text, kind in texts.items()
        ]
    ActorName.objects.bulk_create(names)


def fill_articles(rows):
    source = Source.objects.create(slug="bench", name_ar="قياس", name_en="Bench", kind="outlet")
    Article.objects.bulk_create(
        Article(title=row["title"][:300], body=row["body"], source=source, status="published") for row in rows
    )
    return list(Article.objects.all())


def rates(work, articles, before=None):
    """Median and best of ROUNDS, in articles a second of processor time."""
    found = []
    for _ in range(ROUNDS):
        if before:
            before()
        start = time.process_time()
        work(articles)
        found.append(len(articles) / (time.process_time() - start))
    return {"median": round(statistics.median(found)), "best": round(max(found))}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--actors", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    call_command("migrate", verbosity=0)
    rows = read(options.corpus, options.articles)
    # Rolled back at the end, so that no change ever reaches an index.
    with transaction.atomic():
        fill_register(rows, options.actors)
        articles = fill_articles(rows)
        start = time.process_time()
        names = Gazetteer(load_register())
        built = time.process_time() - start
        report = {
            "articles": len(rows),
            "actors": options.actors,
            "gazetteer_seconds": round(built, 2),
            "resolved_per_second": rates(
                lambda many: [resolve(article, names) for article in many], articles
            ),
            "linked_per_second": rates(
                lambda many: [link(article, names) for article in many], articles, forget_mentions
            ),
            "mentions": Mention.objects.count(),
        }
        transaction.set_rollback(True)
    print(json.dumps(report))


def forget_mentions():
    Mention.objects.all().delete()
    OutboxEntry.objects.all().delete()


if __name__ == "__main__":
    main()
