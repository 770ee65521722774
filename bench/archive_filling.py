"""Writes the first articles of a corpus into the database of this process; `bench.archive` runs it.

python -m bench.archive_filling corpus.jsonl 100000
"""

import json
import os
import sys
from datetime import UTC, datetime
from functools import cache
from itertools import islice

import django
from django.db import connection, transaction
from django.utils.text import slugify

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from articles.models import Actor, Article, Mention, Source  # noqa: E402
from articles.models.fields import new_code, text_digest  # noqa: E402

BATCH = 5_000
PUBLISHED = {"status": "published", "published_precision": "day"}
MENTION = {"part": "body", "method": "full_name", "status": "automatic", "confidence": 0.9}


class Rows:
    """Rows of a model, all like one example but for what `write` is given of each, by column.

    Thrice as fast as `bulk_create`, which makes an object of each row and asks every field for its value.
    """

    def __init__(self, example):
        fields = [field for field in example._meta.concrete_fields if not field.primary_key]
        self.alike = {field.column: in_database(field, getattr(example, field.attname)) for field in fields}
        self.table = example._meta.db_table

    def write(self, rows):
        rows = [self.alike | row for row in rows]
        if not rows:
            return
        columns, places = ", ".join(f'"{name}"' for name in rows[0]), ", ".join(["%s"] * len(rows[0]))
        with connection.cursor() as cursor:
            cursor.executemany(
                f'INSERT INTO "{self.table}" ({columns}) VALUES ({places})',
                [tuple(row.values()) for row in rows],
            )


def in_database(field, value):
    return field.get_db_prep_save(value, connection)


def fill(corpus, number):
    sources = {source.slug: source.pk for source in Source.objects.all()}
    actors = list(Actor.objects.order_by("pk"))
    articles, mentions = Rows(Article(**PUBLISHED)), Rows(Mention(**MENTION))
    first = Article.objects.count() + 1
    with open(corpus, encoding="utf-8") as lines:
        documents = (document for document in map(json.loads, islice(lines, number)) if document["body"])
        numbered = enumerate(documents, first)
        while batch := list(islice(numbered, BATCH)):
            _add_sources(sources, {document["source"] for _, document in batch})
            with transaction.atomic():
                articles.write(_article(key, document, sources) for key, document in batch)
                mentions.write(row for key, document in batch for row in _mentions(key, document, actors))


def _add_sources(sources, names):
    for name in sorted(names - sources.keys()):
        made = Source.objects.create(slug=slugify(name), name_ar=name, name_en=name, kind="outlet")
        sources[name] = made.pk


def _article(key, document, sources):
    title = document["title"][:300] or document["id"]
    return {
        "id": key,
        "code": new_code(),
        "title": title,
        "body": document["body"],
        "source_id": sources[document["source"]],
        "published_at": _noon(document["date"]),
        "text_sha256": text_digest((title, "", document["body"])),
    }


@cache
def _noon(day):
    moment = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    return in_database(Article._meta.get_field("published_at"), moment)


def _mentions(key, document, actors):
    """Each a word's length behind the other: nobody reads them here."""
    for place, name in enumerate(document["actors"]):
        actor = actors[int(name.removeprefix("actor-")) % len(actors)]
        span = {"start": place * 10, "end": place * 10 + 8, "surface": actor.name_ar[:300]}
        yield {"article_id": key, "actor_id": actor.pk, **span}


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
