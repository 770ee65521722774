"""Writes the first articles of a corpus into the database of this process; `bench.archive` runs it.

python -m bench.archive_filling corpus.jsonl 100000
"""

import json
import os
import sys
from datetime import UTC, datetime
from itertools import islice

import django
from django.utils.text import slugify

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from articles.models import Actor, Article, Mention, Source  # noqa: E402

BATCH = 2_000
MENTION = {"part": "body", "method": "full_name", "status": "automatic", "confidence": 0.9}


def fill(corpus, number):
    sources = {source.slug: source for source in Source.objects.all()}
    actors = list(Actor.objects.order_by("pk"))
    with open(corpus, encoding="utf-8") as lines:
        documents = (document for document in map(json.loads, islice(lines, number)) if document["body"])
        while batch := list(islice(documents, BATCH)):
            _add_sources(sources, {document["source"] for document in batch})
            articles = Article.objects.bulk_create(
                _article(document, sources[document["source"]]) for document in batch
            )
            Mention.objects.bulk_create(
                mention
                for document, article in zip(batch, articles, strict=True)
                for mention in _mentions(document, article, actors)
            )


def _add_sources(sources, names):
    for name in sorted(names - sources.keys()):
        sources[name] = Source.objects.create(slug=slugify(name), name_ar=name, name_en=name, kind="outlet")


def _article(document, source):
    return Article(
        title=document["title"][:300] or document["id"],
        body=document["body"],
        source=source,
        status="published",
        published_at=datetime.fromisoformat(document["date"]).replace(hour=12, tzinfo=UTC),
        published_precision="day",
    )


def _mentions(document, article, actors):
    """Each a word's length behind the other: nobody reads them here."""
    for place, name in enumerate(document["actors"]):
        actor = actors[int(name.removeprefix("actor-")) % len(actors)]
        span = {"start": place * 10, "end": place * 10 + 8, "surface": actor.name_ar[:300]}
        yield Mention(article=article, actor=actor, **span, **MENTION)


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
