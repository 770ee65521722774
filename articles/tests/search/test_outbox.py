"""From a save to the index: after the commit, once, and never what was rolled back."""

from threading import enumerate
from types import SimpleNamespace

import pytest
from django.db import transaction

from articles.models import Actor, Mention, OutboxEntry, Source
from articles.search import Query, search
from articles.search.backend import backend
from articles.search.outbox import drain
from articles.search.upkeep import status
from articles.tests.builders import make_actor, make_article, make_source


def titles(text):
    return [hit.article.title for hit in search(Query(text)).hits]


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_is_found_at_once():
    make_article(title="جديد", body="سبها")
    assert (titles("سبها"), OutboxEntry.objects.count()) == (["جديد"], 0)


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_not_found():
    with transaction.atomic():
        make_article(body="سبها")
        transaction.set_rollback(True)
    assert (titles("سبها"), OutboxEntry.objects.count()) == ([], 0)


@pytest.mark.django_db(transaction=True)
def test_what_is_deleted_is_found_no_longer():
    make_article(body="سبها").delete()
    assert titles("سبها") == []


@pytest.mark.django_db(transaction=True)
def test_while_another_holds_the_lock_the_row_waits_for_the_next(monkeypatch):
    monkeypatch.setattr("articles.search.outbox.WAIT", 0)
    writer = backend().opened().writer()
    make_article(title="منتظر", body="سبها")
    waiting = OutboxEntry.objects.count()
    writer.cancel()
    make_article(title="تال", body="درنة")
    assert (waiting, titles("سبها"), OutboxEntry.objects.count()) == (1, ["منتظر"], 0)


@pytest.mark.django_db(transaction=True)
def test_what_is_too_large_to_wait_for_is_put_together_aside_without_a_worker(monkeypatch):
    monkeypatch.setattr("articles.search.engine.policy.to_merge.__defaults__", (False, 0, 3))
    found = []
    for body in ("سبها", "درنة", "غات"):
        make_article(body=body)
        for thread in (thread for thread in enumerate() if thread.name == "tidying"):
            thread.join()
        found.append((status().segments, status().overdue))
    assert found == [(1, 0), (2, 0), (1, 0)]


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["mention", "actor", "source"])
def test_what_an_article_shows_of_others_is_renewed_with_them(change):
    source, actor = make_source(), make_actor()
    article = make_article(source=source)
    mention = Mention.objects.create(article=article, actor=actor, start=0, end=3, surface="عقد")
    OutboxEntry.objects.all().delete()
    {
        "mention": mention.delete,
        "actor": Actor.objects.get().save,
        "source": Source.objects.get().save,
    }[change]()
    assert set(OutboxEntry.objects.values_list("article", flat=True)) == {article.pk}


@pytest.mark.django_db
def test_many_at_once_are_one_round():
    OutboxEntry.objects.all().delete()
    articles = [make_article() for _ in range(3)]
    assert (drain(), drain(), search(Query()).total) == (len(articles), 0, 3)


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_many_at_once(monkeypatch):
    started = []
    monkeypatch.setattr("articles.search.outbox.MANY", 2)
    monkeypatch.setattr(
        "articles.search.outbox.Thread", lambda target: SimpleNamespace(start=lambda: started.append(target))
    )
    with transaction.atomic():
        for _ in range(3):
            make_article(body="سبها")
    found_at_once = len(titles("سبها"))
    for aside in started[:1]:
        aside()
    assert (found_at_once, len(titles("سبها")), OutboxEntry.objects.count()) == (0, 3, 0)
