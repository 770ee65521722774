"""From a save to the index: after the commit, once, and never what was rolled back."""

from threading import enumerate
from types import SimpleNamespace

import pytest
from django.db import OperationalError, transaction

from articles.models import Actor, Article, Mention, OutboxEntry, Source
from articles.search import Query, outbox, search
from articles.search.backend import backend, index_of
from articles.search.outbox import drain
from articles.search.schema import digest
from articles.search.upkeep import status
from articles.tests.builders import make_actor, make_article


def titles(text):
    return [hit.article.title for hit in search(Query(text)).hits]


@pytest.mark.django_db(transaction=True)
def test_what_is_saved_is_found_at_once():
    make_article(title="جديد", body="سبها")
    assert (titles("سبها"), OutboxEntry.objects.count()) == (["جديد"], 0)


@pytest.mark.django_db(transaction=True)
def test_what_a_locked_database_refuses_in_the_background_stays_queued_and_is_told(monkeypatch):
    OutboxEntry.objects.bulk_create([OutboxEntry(article=7)])
    monkeypatch.setattr(outbox, "drain", lambda batch: raise_locked())
    outbox._drain_aside()
    assert (OutboxEntry.objects.count(), status().error.split(maxsplit=1)[1]) == (1, "database is locked")


def raise_locked():
    raise OperationalError("database is locked")


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
def test_a_document_goes_with_a_mention():
    article, actor = make_article(), make_actor()
    mention = Mention.objects.create(article=article, actor=actor, start=0, end=3, surface="عقد")
    OutboxEntry.objects.all().delete()
    mention.delete()
    assert set(OutboxEntry.objects.values_list("article", flat=True)) == {article.pk}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "changed", "renewed"),
    [
        (Actor, {"name_ar": "المنفي"}, True),
        (Actor, {"slug": "menfi"}, True),
        (Actor, {"kind": "place"}, True),
        (Actor, {"name_en": "Menfi", "description_ar": "رئيس", "wikidata_id": "Q7"}, False),
        (Actor, {}, False),
        (Source, {"slug": "marfa"}, True),
        (Source, {"kind": "agency"}, True),
        (Source, {"name_ar": "المرفأ", "name_en": "Marfa", "note": "–"}, False),
    ],
)
def test_documents_are_renewed_when_what_they_hold_of_others_changes(model, changed, renewed):
    article = make_article()
    Mention.objects.create(
        article=article, actor=make_actor(), start=0, end=3, surface="عقد", status="confirmed"
    )
    OutboxEntry.objects.all().delete()
    before = digests()
    row = model.objects.get()
    for name, value in changed.items():
        setattr(row, name, value)
    row.save()
    assert (OutboxEntry.objects.exists(), digests() != before) == (renewed, renewed)


def digests():
    return [
        digest(prepared)
        for prepared in index_of(Article).prepared([*Article.objects.values_list("pk", flat=True)])
    ]


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
