"""An import and its batch come into being together."""

import pytest

from articles.ingest import loader
from articles.ingest.item import Item, Refusal
from articles.ingest.loader import load
from articles.models import Article, Batch, Capture, Refused

pytestmark = pytest.mark.django_db


def item(title):
    return Item("a.jsonl:1", "عقد المجلس جلسته في سرت.", title=title)


def bring(*rows):
    return load(rows, status="published", label="a.jsonl")


def test_an_import_that_dies_before_anything_is_written_leaves_no_batch(monkeypatch):
    def die(articles):
        raise KeyboardInterrupt

    monkeypatch.setattr(loader, "link_new", lambda articles, findings: die(articles))
    with pytest.raises(KeyboardInterrupt):
        bring(item("جلسة"))
    assert (Batch.objects.count(), Article.objects.count()) == (0, 0)


def test_one_that_finds_nothing_new_leaves_no_batch():
    first, second = bring(item("جلسة")).batch, bring(item("جلسة")).batch
    assert ([*Batch.objects.values_list("pk", flat=True)], second) == ([first], None)


def test_what_the_database_refuses_first_stands_in_the_same_batch_as_what_follows():
    summary = bring(item(""), item("جلسة أخرى"), Refusal("a.jsonl:3", "No text."))
    assert summary.batch == Batch.objects.get().pk == Capture.objects.get().batch_id
    assert {*Refused.objects.values_list("place", "batch")} == {
        ("a.jsonl:3", summary.batch),
        ("a.jsonl:1", summary.batch),
    }
