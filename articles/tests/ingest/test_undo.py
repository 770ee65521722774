import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from articles.ingest.item import Item
from articles.ingest.keeping import Keeper
from articles.models import Article, Batch, Capture, OutboxEntry, Source, Version, blobs
from articles.tests.builders import make_article

from .pages import FIRST, SECOND, THIRD

pytestmark = pytest.mark.django_db


@pytest.fixture
def brought(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps({"title": f"خبر {number}", "body": FIRST}) for number in range(3)))
    call_command("import_articles", file)
    return file


def test_an_import_is_taken_back_whole_and_can_be_made_again(brought):
    call_command("undo_import", str(Batch.objects.get().pk))
    assert (Article.objects.count(), Batch.objects.get().undone_at is None) == (0, False)
    call_command("import_articles", brought)
    assert Article.objects.count() == 3


def test_what_an_editor_has_changed_since_stays(brought):
    article = Article.objects.get(title="خبر 1")
    article.title = "خبر معدل"
    article.save()
    call_command("undo_import", str(Batch.objects.get().pk))
    assert list(Article.objects.values_list("title", flat=True)) == ["خبر معدل"]


def test_what_goes_leaves_the_index_too(brought):
    OutboxEntry.objects.all().delete()
    gone = set(Article.objects.values_list("pk", flat=True))
    call_command("undo_import", str(Batch.objects.get().pk))
    assert set(OutboxEntry.objects.values_list("article", flat=True)) == gone


def test_an_import_is_taken_back_once(brought):
    number = str(Batch.objects.get().pk)
    call_command("undo_import", number)
    with pytest.raises(CommandError):
        call_command("undo_import", number)


def everything():
    """What the archive holds, without the journal of what was done."""
    return (
        set(Article.objects.values_list("url", "body")),
        set(Source.objects.values_list("name_ar", flat=True)),
        set(Version.objects.values_list("number", "body")),
        set(Capture.objects.values_list("url", "text_sha256")),
        {path.name for path in blobs.root().rglob("*.gz")},
    )


def bring(tmp_path, body, source="جريدة جديدة"):
    file = tmp_path / f"{len(body)}.jsonl"
    record = {
        "title": "خبر",
        "body": body,
        "url": "https://marfa.example/1",
        "source": source,
        "origin": "وكالة",
    }
    file.write_text(json.dumps(record))
    call_command("import_articles", file)
    return Batch.objects.latest("pk")


def undo(batch):
    call_command("undo_import", str(batch.pk))


def test_an_import_taken_back_leaves_nothing_behind(tmp_path, django_capture_on_commit_callbacks):
    before = everything()
    batch = bring(tmp_path, FIRST)
    with django_capture_on_commit_callbacks(execute=True):
        undo(batch)
    assert everything() == before


def test_a_changed_text_is_again_what_it_was(tmp_path, django_capture_on_commit_callbacks):
    bring(tmp_path, FIRST)
    before = everything()
    batch = bring(tmp_path, SECOND)
    with django_capture_on_commit_callbacks(execute=True):
        undo(batch)
    assert everything() == before


def test_a_text_that_a_later_import_has_changed_again_stays(tmp_path):
    bring(tmp_path, FIRST)
    batch = bring(tmp_path, SECOND)
    bring(tmp_path, THIRD)
    undo(batch)
    assert (Article.objects.get().body, Version.objects.count()) == (THIRD, 3)


def test_a_text_that_an_editor_has_corrected_stays_corrected(tmp_path):
    bring(tmp_path, FIRST)
    batch = bring(tmp_path, SECOND)
    article = Article.objects.get()
    article.body = THIRD
    article.save()
    undo(batch)
    assert (Article.objects.get().body, Version.objects.count()) == (THIRD, 0)


def test_a_source_that_an_editor_has_described_stays(tmp_path):
    batch = bring(tmp_path, FIRST)
    source = Source.objects.get(name_ar="جريدة جديدة")
    source.note = "جريدة تصدر في سرت"
    source.save()
    undo(batch)
    assert list(Source.objects.values_list("name_ar", flat=True)) == ["جريدة جديدة"]


@pytest.mark.django_db(transaction=True)
def test_bytes_that_an_import_going_on_has_kept_stay_or_are_kept_again():
    keeper, batch, article = Keeper(), Batch.objects.create(label="a.jsonl"), make_article()
    item = Item("a.jsonl:1", "نص", raw=b"{}")
    with transaction.atomic():
        keeper.capture(item, article, batch).save()
    digest = Capture.objects.get().sha256
    Capture.objects.clear_bytes({digest})
    kept = blobs.are_kept(digest)
    Capture.objects.all().delete()
    Capture.objects.clear_bytes({digest})
    gone = blobs.are_kept(digest)
    with transaction.atomic():
        keeper.capture(item, article, batch).save()
    assert (kept, gone, blobs.is_intact(digest)) == (True, False, True)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite whoever writes is alone")
@pytest.mark.django_db(transaction=True)
def test_nothing_is_cleared_away_before_an_import_has_said_what_it_kept():
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Capture.objects.hold_bytes()
            digest = blobs.put([b"{}"])
            clearing = pool.submit(_clear, digest)
            with pytest.raises(TimeoutError):
                clearing.result(0.5)
            row = {"sha256": digest, "text_sha256": digest, "size": 2, "tool": "t"}
            Capture.objects.create(**row)
        clearing.result(10)
    assert blobs.are_kept(digest)


def _clear(digest):
    try:
        Capture.objects.clear_bytes({digest})
    finally:
        connection.close()
