"""How long an editor waits at the review desk, and for a merge, in an archive where much waits.

    python -m bench.desk FOLDER [--articles 10000] [--rounds 20]

FOLDER keeps the archive between runs: the register and the samples of the fixtures, and `--articles` more, each with
one suggestion of ten persons and one person named in all. A decision is its answer and the page that comes next,
the index brought up to it included; what is measured is taken back, so that each run finds the same.
"""

import argparse
import json
import os
import statistics
import time
from itertools import cycle, islice
from pathlib import Path

import django

STATISTICS = ("p50_ms", "p95_ms", "cpu_ms")
FAMILIES = [
    "الزرياب",
    "الشنقاطي",
    "البرمودي",
    "الحصنوي",
    "الكرداشي",
    "الطوبراني",
    "السمندي",
    "النخلاوي",
    "الدرناقي",
    "الجفراني",
]
MERGED = ("مصباح الطرهوني", "مصباح الترهوني")
SENTENCE = "وقال {family} إن الجلسة عقدت بحضور مصباح الترهوني. "


def fill(count):
    """The fixtures, the persons and `count` articles, linked and indexed."""
    call_command("migrate", verbosity=0)
    load()
    for name in (*(f"سالم {family}" for family in FAMILIES), *MERGED):
        Actor.objects.create(slug=new_code(), kind="person", name_ar=name, name_en=new_code())
    source = Source.objects.first()
    samples = list(Article.objects.order_by("pk"))
    names = gazetteer()
    for begun in range(0, count, 1000):
        rows = [
            Article(
                title=sample.title,
                body=SENTENCE.format(family=FAMILIES[number % len(FAMILIES)]) + sample.body,
                source=source,
                status="published",
                published_at=sample.published_at,
                published_precision=sample.published_precision,
                code=f"desk{number}",
            )
            for number, sample in islice(enumerate(cycle(samples)), begun, min(begun + 1000, count))
        ]
        link_new(Article.objects.bulk_create(rows), names)
    rebuild()


def desk():
    """A client that is logged in as an editor."""
    user, _made = User.objects.get_or_create(username="bench", is_staff=True, is_superuser=True)
    client = Client()
    client.force_login(user)
    return client


def decisions():
    """Name → what is sent for a suggestion."""
    other = Actor.objects.order_by("pk").first().pk
    return {
        "accept": lambda _words: {},
        "reject": lambda _words: {},
        "reassign": lambda _words: {"reassign-actor": other},
        "alias": lambda words: {"alias-actor": other, "alias-text": words, "alias-kind": "short"},
        "actor": lambda words: {
            "actor-name_ar": f"محمود {words}",
            "actor-name_en": "Mahmud",
            "actor-kind": "person",
        },
    }


def decide(client, decision, fields, rounds):
    """Seconds (wall, processor) of each decision and of each undoing."""
    taken, undone = [], []
    for number in range(rounds):
        mention = Mention.objects.filter(status="suggested").order_by("pk")[number * 37]
        address = f"/admin/articles/mention/review/{mention.pk}/"
        taken.append(
            clocked(client.post, address, {"decision": decision, **fields(mention.surface)}, follow=True)
        )
        act = Act.objects.standing().first()
        undone.append(
            clocked(client.post, f"/admin/articles/mention/review/undo/{act.pk}/", {"next": 1}, follow=True)
        )
    return {decision: summary(taken), f"undo {decision}": summary(undone)}


def bulk(client):
    """All that waits of one actor on the first page."""
    actor = Mention.objects.filter(status="suggested", surface=FAMILIES[0]).first().actor_id
    address = f"/admin/articles/mention/review/actor/{actor}/"
    waiting = Mention.objects.filter(status="suggested", actor=actor).order_by("pk")
    ticked = list(waiting.values_list("pk", flat=True)[:AT_ONCE])
    taken = clocked(client.post, address, {"accept": "", "mention": ticked}, follow=True)
    act = Act.objects.standing().first()
    undone = clocked(client.post, f"/admin/articles/mention/review/undo/{act.pk}/", follow=True)
    return {f"accept {len(ticked)} at once": summary([taken]), "undo them": summary([undone])}


def merge(client):
    """The person named in every article goes into another, and comes back."""
    kept, absorbed = (Actor.objects.get(name_ar=name) for name in MERGED)
    address = f"/admin/articles/actor/{kept.pk}/merge/"
    moved = absorbed.mentions.count()
    fields = {"absorbed": absorbed.pk, "reason": "تهجئتان", "agreed": ""}
    merged = clocked(client.post, address, fields)
    act = Act.objects.standing().first()
    undone = clocked(client.post, f"/admin/articles/mention/review/undo/{act.pk}/")
    return {f"merge {moved} mentions": summary([merged]), "undo the merge": summary([undone])}


def clocked(call, *args, **kwargs):
    wall, cpu = time.perf_counter(), time.thread_time()
    answer = call(*args, **kwargs)
    assert answer.status_code < 400, (args, answer.status_code)
    return time.perf_counter() - wall, time.thread_time() - cpu


def summary(taken):
    walls = sorted(wall for wall, _ in taken)
    middle, late = statistics.median(walls), walls[int(len(walls) * 0.95)]
    cpu = statistics.median(cpu for _, cpu in taken)
    return dict(zip(STATISTICS, (round(value * 1000) for value in (middle, late, cpu)), strict=True))


def main():
    settings.ALLOWED_HOSTS = ["*"]
    if not Path(options.folder, "db.sqlite3").exists() or not Mention.objects.exists():
        fill(options.articles)
    client = desk()
    print(json.dumps({"waiting": Mention.objects.filter(status="suggested").count()}))
    pages = {name: f"/admin/articles/mention/review/{name}" for name in ("", "next/")}
    for name, address in pages.items():
        taken = [clocked(client.get, address, follow=True) for _ in range(options.rounds)]
        print(json.dumps({f"page {name}": summary(taken)}))
    for decision, fields in decisions().items():
        print(json.dumps(decide(client, decision, fields, options.rounds)))
    print(json.dumps(bulk(client)))
    print(json.dumps(merge(client)))


parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
parser.add_argument("folder")
parser.add_argument("--articles", type=int, default=10_000)
parser.add_argument("--rounds", type=int, default=20)
if __name__ == "__main__":
    options = parser.parse_args()
    os.environ["ARCHIVE_DATA"] = options.folder
    os.environ["DATABASE_URL"] = f"sqlite:///{Path(options.folder, 'db.sqlite3').resolve()}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
    Path(options.folder).mkdir(parents=True, exist_ok=True)
    django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from articles.actors.linking import gazetteer, link_new  # noqa: E402
from articles.admin.review import AT_ONCE  # noqa: E402
from articles.management.commands.set_up_demo import load  # noqa: E402
from articles.models import Act, Actor, Article, Mention, Source  # noqa: E402
from articles.models.fields import new_code  # noqa: E402
from articles.search.upkeep import rebuild  # noqa: E402

if __name__ == "__main__":
    main()
