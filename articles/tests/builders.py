"""What a test needs, in one line each; anything not said is filled in."""

import datetime
from itertools import count

from django.utils import timezone

from articles.models import Actor, ActorName, Article, Source

numbers = count(1)


def make_source(name="صحيفة المرفأ", **fields):
    number = next(numbers)
    return Source.objects.create(
        **{"slug": f"source-{number}", "name_ar": name, "name_en": f"Source {number}", "kind": "outlet"}
        | fields
    )


def make_article(title="جلسة في سرت", body="عقد المجلس جلسته في سرت.", **fields):
    """A published article of a stated day unless told otherwise."""
    fields.setdefault("source", None)
    fields["source"] = fields["source"] or make_source()
    day = datetime.datetime(2024, 2, 14, 12, tzinfo=timezone.get_current_timezone())
    return Article.objects.create(
        **{
            "title": title,
            "body": body,
            "status": "published",
            "published_at": day,
            "published_precision": "day",
        }
        | fields
    )


def make_actor(name="خليفة حفتر", kind="person", aliases=(), **fields):
    number = next(numbers)
    actor = Actor.objects.create(
        **{"slug": f"actor-{number}", "kind": kind, "name_ar": name, "name_en": f"Actor {number}"} | fields
    )
    for alias in aliases:
        ActorName.objects.create(actor=actor, text=alias, script="arab", kind="short")
    return actor
